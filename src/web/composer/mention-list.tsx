import { useWords } from '../words/words.ts'
import type { Mentions } from './mentions.ts'

/** Colleagues one may be naming, above the box. */
export function MentionList({ mentions }: { mentions: Mentions }) {
  const w = useWords()
  return (
    <div id={mentions.id} className="mention-list" role="listbox" aria-label={w.composer.colleagues}>
      {mentions.found.map((member, i) => (
        <div
          key={member.id}
          id={`${mentions.id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === mentions.active}
          className={i === mentions.active ? 'mention active' : 'mention'}
          onPointerDown={(event) => {
            // The focus stays in the words.
            event.preventDefault()
            mentions.choose(i)
          }}
        >
          {member.name}
          <span className="quiet small">{w.roles[member.role]}</span>
        </div>
      ))}
    </div>
  )
}
