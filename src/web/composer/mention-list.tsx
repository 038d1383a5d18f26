import { useWords } from '../words/words.ts'
import type { Mentions } from './mentions.ts'

/** Colleagues one may be naming, above the box. The focus stays in the words. */
export function MentionList({ mentions }: { mentions: Mentions }) {
  const w = useWords()
  return (
    <div id={mentions.id} className="mention-list" role="listbox" aria-label={w.composer.colleagues}>
      {mentions.found.map((member, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box holds the focus and its keys
        <div
          key={member.id}
          id={`${mentions.id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === mentions.active}
          className={i === mentions.active ? 'mention active' : 'mention'}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => mentions.choose(i)}
        >
          {member.name}
          <span className="quiet small">{w.roles[member.role]}</span>
        </div>
      ))}
    </div>
  )
}
