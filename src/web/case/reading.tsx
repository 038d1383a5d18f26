import { useId, useState } from 'react'
import type { ReadingView } from '#contract/readings.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { askCorrection } from './correct-reading.ts'
import { lineOf } from './reading-line.ts'
import { useReadingWords } from './reading-words.ts'
import './reading.css'

/** What the message is, in one line under its words; the words that say so, when somebody asks (L2, L3). */
export function Reading({ caseId, messageId, reading }: { caseId: string; messageId: string; reading: ReadingView }) {
  const t = useReadingWords()
  const { can } = useDesk()
  const [open, setOpen] = useState(false)
  const why = useId()
  return (
    <div className={reading.urgent ? 'reading urgent' : 'reading'}>
      <Button
        look="link"
        small
        aria-expanded={open}
        {...(open && { 'aria-controls': why })}
        onPress={() => setOpen(!open)}
      >
        {lineOf(t, reading)}
      </Button>
      {open && (
        <div id={why} className="reading-why">
          <Why reading={reading} />
          {can('case.work') && (
            <Button small onPress={() => void askCorrection(caseId, messageId, reading)}>
              {t.correct}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Why({ reading }: { reading: ReadingView }) {
  const t = useReadingWords()
  const { because, flags, by, model } = reading
  const what = t.intents[reading.intent]
  const lines = [
    ...(because.intent.length > 0 ? [t.readAs(what, t.quote(because.intent))] : by === null ? [t.noWords(what)] : []),
    ...(because.urgent.length > 0 ? [t.urgentBy(t.quote(because.urgent))] : []),
    t.topic(t.topics[reading.topic]),
    ...(flags.length > 0 ? [t.toKnow(flags.map((flag) => t.flags[flag]).join(', '))] : []),
    ...(reading.personalDispute ? [t.personal] : []),
    by !== null ? t.byMember(by.name) : model === null ? t.byDesk : t.byModel(model),
  ]
  return lines.map((line) => <p key={line}>{line}</p>)
}
