import { useState } from 'react'
import { api } from '../api.ts'
import { useNow } from '../clock.ts'
import { useCommand } from '../keys/registry.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { eventSentence, useEventWords } from '../words/event-sentence.ts'
import { useSpeech } from '../words/words.ts'
import type { CellPart } from './cell.tsx'
import { deed } from './deeds.ts'
import { useCrisisWords } from './words.ts'

const FEW = 10

/** What happened and what was decided, newest first, with who and when (C4). */
export function Thread({ cell: { id, log }, mayLead }: CellPart) {
  const c = useCrisisWords()
  const events = useEventWords()
  const { f } = useSpeech()
  const now = useNow()
  const [isWhole, setWhole] = useState(false)
  const decide = async () => {
    const words = await ask({
      ...{ kind: 'words', title: c.decide, label: c.decideLabel, yes: c.keep, required: true, long: true },
    })
    if (words !== null) await deed(() => api.logDecision({ id, words }), c.decided)
  }
  useCommand('logDecision', () => void decide(), mayLead)
  return (
    <Panel title={c.thread}>
      {mayLead && (
        <p className="acts">
          <Button small command="logDecision" onPress={() => void decide()}>
            {c.decide}
          </Button>
        </p>
      )}
      <ol className="cell-log">
        {log.slice(0, isWhole ? log.length : FEW).map(({ id: line, at, name, by, words }) => (
          <li key={line}>
            <time dateTime={new Date(at).toISOString()}>{f.moment(at, now)}</time>
            <span>
              {words !== null && <b>{words}</b>}{' '}
              <span className="quiet small">{eventSentence(events, name, by?.name ?? null)}</span>
            </span>
          </li>
        ))}
      </ol>
      {!isWhole && log.length > FEW && (
        <p className="acts">
          <Button small look="link" onPress={() => setWhole(true)}>
            {c.wholeThread(log.length - FEW)}
          </Button>
        </p>
      )}
    </Panel>
  )
}
