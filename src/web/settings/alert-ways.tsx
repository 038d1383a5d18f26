import { useState } from 'react'
import type { AlertLists } from '#contract/alert-lists.ts'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { alertListsKey } from './alert-lists.tsx'
import { useAlertWords } from './alert-words.ts'
import { NewWay } from './new-way.tsx'

type Way = AlertLists['ways'][number]
const refresh = () => queryClient.invalidateQueries({ queryKey: alertListsKey() })

/** The ways out, whether each gets through, a try, and a new one. */
export function AlertWays({ ways }: { ways: readonly Way[] }) {
  const w = useAlertWords()
  const { can } = useDesk()
  const [secret, setSecret] = useState<string | null>(null)
  const may = can('systems.write')
  return (
    <Panel title={w.ways} note={w.waysNote}>
      {secret !== null && (
        <div className="fact-form">
          <p>{w.once}</p>
          <CopyLine label={w.secret} text={secret} />
          <Button small onPress={() => setSecret(null)}>
            {w.seen}
          </Button>
        </div>
      )}
      {ways.length === 0 && <p className="quiet">{w.noWay}</p>}
      <ul className="label-list systems">
        {ways.map((way) => (
          <WayLine key={way.id} way={way} may={may} />
        ))}
      </ul>
      {may ? (
        <NewWay
          onMade={async (made) => {
            setSecret(made)
            await refresh()
          }}
        />
      ) : (
        <p className="quiet">{w.adminOnly}</p>
      )}
    </Panel>
  )
}

function WayLine({ way, may }: { way: Way; may: boolean }) {
  const { w: words, f } = useSpeech()
  const w = useAlertWords()
  const now = useNow()
  const run = async (act: () => Promise<unknown>, done: string | null) => {
    try {
      await act()
      if (done !== null) sayDone(done)
    } catch (error) {
      sayTrouble(words.refused(codeOf(error)))
    } finally {
      await refresh()
    }
  }
  const stop = async () => {
    const sure = await ask({
      kind: 'confirm',
      title: w.stopTitle(way.name),
      text: w.stopText,
      yes: w.stop,
      danger: true,
    })
    if (sure !== null) await run(() => api.stopAlertWay({ id: way.id }), null)
  }
  const carried = way.lastSentAt === null ? w.neverSent : w.lastSent(f.ago(way.lastSentAt, now))
  const state =
    way.stoppedAt !== null ? w.stopped : [carried, way.waiting > 0 && w.waiting(way.waiting)].filter(Boolean).join(', ')
  return (
    <li>
      <span>
        <b>{way.name}</b>{' '}
        <span className="quiet small">
          {w.shapes[way.shape]}, {way.host}, {w.from(way.fromLevel)}, {state}
        </span>
        {way.trouble !== null && way.stoppedAt === null && (
          <span className="field-fault">
            {' '}
            {w.trouble(way.trouble.reason, f.ago(way.trouble.at, now), way.trouble.givenUp)}
          </span>
        )}
      </span>
      {may && way.stoppedAt === null && (
        <span className="acts">
          <Button look="link" small onPress={() => run(() => api.tryAlertWay({ id: way.id }), w.tested)}>
            {w.test}
          </Button>
          <Button look="link" small onPress={stop}>
            {w.stop}
          </Button>
        </span>
      )}
    </li>
  )
}
