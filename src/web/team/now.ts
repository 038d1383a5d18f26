import type { RotaView } from '#contract/team.ts'
import { shortName } from '../ui/short-name.ts'
import type { Speech } from '../words/words.ts'
import type { TeamWords } from './words.ts'

type Duty = RotaView['duties'][number]
type Present = Duty['now']

export const nameIn = (rota: RotaView, id: string): string => rota.members.find((one) => one.id === id)?.name ?? '—'

/** « Aïcha, Sarah (à la place de Julien) ». */
export const namesOf = (rota: RotaView, present: Present, t: TeamWords): string[] =>
  present.map(({ memberId, insteadOf }) => {
    const name = shortName(nameIn(rota, memberId))
    return insteadOf === null ? name : t.insteadOf(name, shortName(nameIn(rota, insteadOf)))
  })

/** Who does what right now, in one sentence; duties that nobody has planned are left out of it. */
export const sayNow = (rota: RotaView, { f }: Speech, t: TeamWords): string => {
  const planned = rota.duties.filter((duty) => duty.planned)
  if (planned.length === 0) return t.nothingPlanned
  const parts = planned.map(({ duty, now }) =>
    now.length === 0 ? t.nobodyNow[duty] : t.doNow[duty](f.list(namesOf(rota, now, t)), now.length),
  )
  return rota.open ? t.now(parts.join(', ')) : t.closedNow(parts.join(', '))
}

/** Somebody should be there now, and is not. */
export const isHoleNow = (rota: RotaView): boolean =>
  rota.open && rota.duties.some(({ planned, now }) => planned && now.length === 0)
