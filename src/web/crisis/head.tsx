import { useNavigate } from '@tanstack/react-router'
import { LONGEST_WAIT_MS } from '#core/crisis/public-clock.ts'
import { api, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { useCommand } from '../keys/registry.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { useSpeech } from '../words/words.ts'
import type { CellPart } from './cell.tsx'
import { deed } from './deeds.ts'
import { trendOf } from './trend.ts'
import { useCrisisWords } from './words.ts'

/** A local moment as a form writes it: `2026-03-12T14:00`. */
const localMoment = (at: number): string => {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}
const HALF_HOUR_MS = 30 * 60_000

/** Are we gaining or losing ground, who waits: the first line of the room. */
function useAnswer({ cell }: Pick<CellPart, 'cell'>): string {
  const c = useCrisisWords()
  const { f } = useSpeech()
  const now = useNow()
  const { owed, late } = cell.figures
  const trend = trendOf(cell.curve)
  const way = trend === null ? c.noMention : c.way[trend.way](f.moment(trend.peakAt, now))
  const times = trend?.times == null ? '' : c.times(f.number(Math.round(trend.times)))
  return c.both(`${way}${times}`, c.owedNow(owed, f.number(owed), late === 0 ? null : f.number(late)))
}

function Clocks({ cell }: Pick<CellPart, 'cell'>) {
  const c = useCrisisWords()
  const { f } = useSpeech()
  const now = useNow()
  const { nextPublicAt: next, declaredAt } = cell
  const minutes = next === null ? null : Math.ceil((next - now) / 60_000)
  return (
    <dl className="cell-clocks">
      <div>
        <dt>{c.since}</dt>
        <dd>{f.spell(Math.max(0, Math.floor((now - declaredAt) / 60_000)))}</dd>
      </div>
      {minutes === null ? (
        <p>{c.noNext}</p>
      ) : (
        <div className={minutes <= 0 ? 'is-late' : minutes <= 15 ? 'is-soon' : undefined}>
          <dt>{minutes > 0 ? c.untilNext : c.lateBy}</dt>
          <dd>{f.spell(Math.abs(minutes))}</dd>
        </div>
      )}
    </dl>
  )
}

/** The name of the incident, its level, and the two clocks: since it was opened, and until the public hears from us next (C1, C3). */
export function Head({ cell, mayLead }: CellPart) {
  const c = useCrisisWords()
  const { f } = useSpeech()
  const now = useNow()
  const answer = useAnswer({ cell })
  const { id, closed } = cell
  const navigate = useNavigate()
  const plan = async () => {
    const [initial, most] = [localMoment(now + HALF_HOUR_MS), localMoment(now + LONGEST_WAIT_MS)]
    const when = await ask({ kind: 'moment', title: c.planNext, hint: c.planHint, yes: c.keep, initial, most })
    if (when !== null) await deed(() => api.planPublicUpdate({ id, at: new Date(when).getTime() }), c.planned)
  }
  const note = async () => {
    const words = await ask({
      ...{
        kind: 'words',
        title: c.saidElsewhere,
        label: c.saidElsewhereLabel,
        yes: c.keep,
        required: true,
        long: true,
      },
    })
    if (words !== null) await deed(() => api.notePublicUpdate({ id, words }), c.saidElsewhereDone)
  }
  const publish = () =>
    void navigate({
      to: '/w/$workspace/statements/write',
      params: { workspace: workspaceId() },
      search: { incident: id },
    })
  useCommand('publishUpdate', publish, mayLead)
  useCommand('planUpdate', () => void plan(), mayLead)
  return (
    <header className="cell-head">
      <div>
        <h1>{cell.title}</h1>
        <p className="cell-opened">
          {c.openedBy(c.levels[cell.level], f.moment(cell.declaredAt, now), cell.declaredBy.name)}
        </p>
        <p className="cell-answer" aria-live="polite">
          {closed === null ? answer : c.isClosed(f.moment(closed.at, now), closed.by.name)}
          {closed?.reason != null && ` ${closed.reason}`}
        </p>
      </div>
      {closed === null && <Clocks cell={cell} />}
      {mayLead && (
        <div className="cell-acts">
          <Button look="danger" command="publishUpdate" onPress={publish}>
            {c.publish}
          </Button>
          <Button command="planUpdate" onPress={() => void plan()}>
            {c.planNext}
          </Button>
          <Button onPress={() => void note()}>{c.saidElsewhere}</Button>
        </div>
      )}
    </header>
  )
}
