import { IconArrowUp, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { WorkspaceView } from '#contract/workspace.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useWords } from '../words/words.ts'
import { saveWorkspace } from './save-workspace.ts'

const kinds = ['phone', 'email', 'form', 'other'] as const
const blank: WorkspaceView['privateWays'][number] = { kind: 'phone', value: '' }
const places = [0, 1, 2, 3, 4, 5, 6, 7]

/** What can be offered when the network carries no private message, best first (P1, P2). */
export function PrivateWays({ workspace }: { workspace: WorkspaceView }) {
  const w = useWords()
  const [ways, setWays] = useState(workspace.privateWays)
  const { submit, fault, busy } = useSubmit(() =>
    saveWorkspace({ privateWays: ways.filter((way) => way.value.trim() !== '') }),
  )
  const put = (place: number, change: Partial<(typeof ways)[number]>) =>
    setWays(ways.map((way, i) => (i === place ? { ...way, ...change } : way)))
  const raise = (place: number) => {
    const way = ways[place]
    if (way !== undefined) setWays(ways.filter((_, i) => i !== place).toSpliced(place - 1, 0, way))
  }
  return (
    <Panel title={w.settings.privateWays} note={w.settings.privateWaysNote}>
      <form className="stack" onSubmit={submit}>
        {ways.length === 0 && <p className="quiet">{w.privateWay.nothingToOffer}</p>}
        {places.slice(0, ways.length).map((i) => {
          const way = ways[i] ?? blank
          return (
            <div key={i} className="way">
              <Choice
                label={w.settings.wayKind}
                value={way.kind}
                onChange={(e) => put(i, { kind: kinds.find((k) => k === e.target.value) ?? way.kind })}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {w.settings.wayKinds[kind]}
                  </option>
                ))}
              </Choice>
              <TextField
                label={w.settings.wayValue}
                required
                minLength={3}
                maxLength={300}
                value={way.value}
                onChange={(e) => put(i, { value: e.target.value })}
              />
              <Button
                look="quiet"
                icon={<IconArrowUp />}
                aria-label={w.settings.raise(way.value)}
                isDisabled={i === 0}
                onPress={() => raise(i)}
              />
              <Button
                look="quiet"
                icon={<IconX />}
                aria-label={w.settings.dropWay(way.value)}
                onPress={() => setWays(ways.filter((_, j) => j !== i))}
              />
            </div>
          )
        })}
        <Fault text={fault} />
        <p className="acts">
          <Button isDisabled={ways.length >= places.length} onPress={() => setWays([...ways, blank])}>
            {w.settings.addWay}
          </Button>
          <Button type="submit" look="main" isDisabled={busy || ways === workspace.privateWays}>
            {w.settings.keep}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
