import { useRef } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import type { Finding } from '#core/guard/finding.ts'
import { marksOn } from '../guard/marks.ts'
import { useWords } from '../words/words.ts'
import { Box } from './box.tsx'
import { type Mode, saveNow, useDraft, writeDraft } from './draft-store.ts'
import { holdBox } from './focus.ts'
import { MentionList } from './mention-list.tsx'
import { useMentions } from './mentions.ts'
import { readWords } from './reading.ts'

type Props = {
  view: CaseView
  mode: Mode
  describedBy: string
  locked: boolean
  blocked: boolean
  findings: readonly Finding[]
  onFocused: (focused: boolean) => void
}

/** The box of the composer, with the names one may call in a note; of the composer, this and the counter alone follow each key. */
export function BoxPlace({ view, mode, describedBy, locked, blocked, findings, onFocused }: Props) {
  const w = useWords()
  const text = useDraft(view.id, mode)
  const box = useRef<HTMLTextAreaElement | null>(null)
  const mentions = useMentions(box, text, mode === 'internal', (next) => writeDraft(view.id, mode, next))
  return (
    <div className="box-place">
      <Box
        ref={(element) => {
          box.current = element
          holdBox(element)
        }}
        text={text}
        label={w.composer.boxLabel[mode](view.author.displayName)}
        placeholder={w.composer.placeholder[mode](view.author.displayName)}
        describedBy={describedBy}
        readOnly={locked}
        invalid={blocked}
        marks={marksOn(findings, readWords(view, mode), text)}
        popup={mentions.open ? { id: mentions.id, active: mentions.activeId } : undefined}
        onType={(next) => writeDraft(view.id, mode, next)}
        onFocus={() => onFocused(true)}
        onLeave={() => {
          onFocused(false)
          saveNow()
        }}
        onKeyDown={mentions.onKeyDown}
      />
      {mentions.open && <MentionList mentions={mentions} />}
    </div>
  )
}
