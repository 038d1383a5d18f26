import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DrillsView } from '#contract/drills.ts'
import { api } from '../api.ts'
import { queries } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useSpeech } from '../words/words.ts'
import { OwnScenario } from './own-scenario.tsx'
import { useEnter } from './use-enter.ts'
import { useDrillWords, useSaid } from './words.ts'

type ScenarioLine = DrillsView['scenarios'][number]
type Part = 'trainee' | 'observer' | 'none'

const OWN = 'own'
const PARTS = ['trainee', 'observer', 'none'] as const
const SPEEDS = [1, 2, 5, 10, 20, 30, 60]
const USUAL_SPEED = 20

/** What is played, by whom, how fast; then the desk is there. */
export function StartForm({ scenarios }: { scenarios: readonly ScenarioLine[] }) {
  const t = useDrillWords()
  const said = useSaid()
  const { me } = useDesk()
  const enter = useEnter()
  const [chosen, setChosen] = useState(scenarios[0]?.id ?? OWN)
  const [text, setText] = useState('')
  const [own, setOwn] = useState<ScenarioLine | null>(null)
  const [compression, setCompression] = useState(USUAL_SPEED)
  const [seed, setSeed] = useState('')
  const [parts, setParts] = useState<Readonly<Record<string, Part>>>({ [me.id]: 'trainee' })
  const scenario = chosen === OWN ? own : (scenarios.find(({ id }) => id === chosen) ?? null)
  const those = (part: Part) => Object.keys(parts).filter((id) => parts[id] === part)
  const { submit, fault, busy } = useSubmit(async () => {
    const { workspaceId } = await api.startDrill({
      ...{ scenario: chosen === OWN ? { text } : { id: chosen }, compression },
      ...(seed.trim() !== '' && { seed: seed.trim() }),
      ...{ trainees: those('trainee'), observers: those('observer') },
    })
    await enter(workspaceId)
  })
  return (
    <Panel title={t.newTitle} note={t.newNote}>
      <form className="stack drill-form" onSubmit={submit} aria-label={t.newTitle}>
        <Choice label={t.scenario} value={chosen} onChange={(e) => setChosen(e.target.value)}>
          {scenarios.map(({ id, title }) => (
            <option key={id} value={id}>
              {said(title)}
            </option>
          ))}
          <option value={OWN}>{t.own}</option>
        </Choice>
        {chosen === OWN && <OwnScenario text={text} onText={setText} onRead={setOwn} />}
        {scenario !== null && <About scenario={scenario} compression={compression} />}
        <div className="form-line">
          <Choice
            label={t.compression}
            value={String(compression)}
            onChange={(e) => setCompression(Number(e.target.value))}
          >
            {SPEEDS.map((n) => (
              <option key={n} value={n}>
                {t.compressionAt(n)}
              </option>
            ))}
          </Choice>
          <TextField
            label={t.seed}
            hint={t.seedHint}
            value={seed}
            maxLength={60}
            onChange={(e) => setSeed(e.target.value)}
          />
        </div>
        <Who parts={parts} onChange={setParts} />
        <Fault text={fault} />
        <p>
          <Button type="submit" look="main" isDisabled={busy || scenario === null}>
            {t.start}
          </Button>
        </p>
      </form>
    </Panel>
  )
}

type Parts = Readonly<Record<string, Part>>

/** Several may answer at once; whoever looks on answers nobody. */
function Who({ parts, onChange }: { parts: Parts; onChange: (parts: Parts) => void }) {
  const t = useDrillWords()
  const { data } = useQuery(queries.members())
  return (
    <fieldset className="drill-people">
      <legend>{t.who}</legend>
      <p className="quiet small">{t.whoHint}</p>
      {(data?.members ?? [])
        .filter(({ disabled }) => !disabled)
        .map(({ id, name }) => (
          <div key={id} className="drill-person">
            <span>{name}</span>
            <Choice
              label={t.partOf(name)}
              hideLabel
              value={parts[id] ?? 'none'}
              onChange={(e) => onChange({ ...parts, [id]: PARTS.find((one) => one === e.target.value) ?? 'none' })}
            >
              {PARTS.map((part) => (
                <option key={part} value={part}>
                  {t.parts[part]}
                </option>
              ))}
            </Choice>
          </div>
        ))}
    </fieldset>
  )
}

/** What one may know before it begins, and how the clocks will run. */
function About({ scenario, compression }: { scenario: ScenarioLine; compression: number }) {
  const { f } = useSpeech()
  const t = useDrillWords()
  const said = useSaid()
  const here = (minutes: number) => f.spell(Math.max(1, Math.ceil(minutes / compression)))
  return (
    <div className="drill-about">
      <p className="prose">{said(scenario.briefing)}</p>
      <p className="quiet small">
        {said(scenario.source)} {t.lasts(f.spell(scenario.lasts), here(scenario.lasts))}{' '}
        {t.clockNote(compression, f.spell(scenario.promise), here(scenario.promise))}{' '}
        {scenario.codes.length > 0 && t.trains(f.list(scenario.codes))}
      </p>
    </div>
  )
}
