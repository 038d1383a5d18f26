import { Link } from '@tanstack/react-router'
import type { JournalLine } from '#contract/journal.ts'
import { workspaceId } from '../api.ts'
import { eventSentence, useEventWords } from '../words/event-sentence.ts'
import { useSpeech } from '../words/words.ts'
import { useJournalWords } from './words.ts'

/** One deed: when, the sentence, on what, and its place in the chain. */
export function Line({ line, now }: { line: JournalLine; now: number }) {
  const { f } = useSpeech()
  const events = useEventWords()
  const words = useJournalWords()
  const { seal } = line
  return (
    <li>
      <time className="quiet" dateTime={new Date(line.at).toISOString()}>
        {f.moment(line.at, now)}
      </time>
      <span>
        {eventSentence(events, line.name, line.by?.name ?? null)}
        {line.caseId !== null && line.caseNumber !== null && (
          <>
            {', '}
            <Link
              to="/w/$workspace/inbox"
              params={{ workspace: workspaceId() }}
              search={{ queue: 'all', case: line.caseId }}
            >
              {words.caseLink(line.caseNumber)}
            </Link>
          </>
        )}
        {line.account !== null && (
          <span className="quiet">
            {', '}
            {line.account.handle}, {line.account.network}
          </span>
        )}
      </span>
      {seal === null ? (
        <span className="quiet small">{words.unsealed}</span>
      ) : (
        <span className="quiet small" title={seal.hash}>
          {words.sealed(seal.position)}
        </span>
      )}
    </li>
  )
}
