import { IconFlag } from '@tabler/icons-react'
import type { Flag } from '#core/scheduled/flag.ts'
import { useSpeech } from '../words/words.ts'
import { useScheduledWords } from './words.ts'

/** What words have come to touch, with the very words that do: unfortunate now, whatever they were when they were written (C3). */
export function Flags({ flags }: { flags: readonly Flag[] }) {
  const s = useScheduledWords()
  const { f } = useSpeech()
  if (flags.length === 0) return null
  const affairs = [...new Set(flags.map(({ incidentId }) => incidentId))]
  return (
    <ul className="flags">
      {affairs.map((id) => {
        const its = flags.filter(({ incidentId }) => incidentId === id)
        const [first] = its
        return (
          first && (
            <li key={id} className="small">
              <IconFlag aria-hidden="true" size={14} /> <b>{s.touches(first.title, first.closedAt === null)}</b>{' '}
              {its.map(({ kind, words }) => s.kinds[kind](f.list(words.map(s.quoted)))).join(', ')}.
            </li>
          )
        )
      })}
    </ul>
  )
}
