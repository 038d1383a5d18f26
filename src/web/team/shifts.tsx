import type { RotaView } from '#contract/team.ts'
import { api } from '../api.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { nameIn } from './now.ts'
import { ShiftForm } from './shift-form.tsx'
import { spellDays, spellTime } from './spell.ts'
import { useDeed } from './use-deed.ts'
import { useTeamWords } from './words.ts'

type Shift = RotaView['shifts'][number]

/** The same hours on several days are one line. */
const gather = (shifts: readonly Shift[]): Shift[][] => {
  const lines = new Map<string, Shift[]>()
  for (const one of shifts) {
    const key = `${one.duty} ${one.memberId} ${one.from} ${one.to}`
    lines.set(key, [...(lines.get(key) ?? []), one])
  }
  return [...lines.values()]
}

/** The hours of every week, as sentences; whoever plans adds and removes them. */
export function Shifts({ rota }: { rota: RotaView }) {
  const t = useTeamWords()
  const speech = useSpeech()
  const { can } = useDesk()
  const deed = useDeed()
  const remove = (line: readonly Shift[]) =>
    deed(async () => {
      for (const { id } of line) await api.removeShift({ id })
    }, t.removed)
  return (
    <Panel title={t.shiftsTitle} note={t.shiftsNote}>
      {rota.shifts.length === 0 && <p className="quiet">{t.noShift}</p>}
      <ul className="rota-lines">
        {gather(rota.shifts).map((line) => {
          const [first] = line
          if (first === undefined) return null
          const span = t.span(spellTime(first.from, speech, t), spellTime(first.to, speech, t))
          const days = spellDays(
            line.map(({ weekday }) => weekday),
            speech,
          )
          const said = t.shift(nameIn(rota, first.memberId), t.duties[first.duty], days, span)
          return (
            <li key={first.id}>
              <span>{said}</span>
              {can('rota.write') && (
                <Button small look="quiet" aria-label={t.removeOf(said)} onPress={() => remove(line)}>
                  {t.remove}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {can('rota.write') && <ShiftForm rota={rota} />}
    </Panel>
  )
}
