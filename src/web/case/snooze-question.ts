import { ask } from '../ui/dialogs.ts'
import { speaking } from '../words/words.ts'

const HOUR = 3_600_000
const at = (day: Date, days: number, hour: number) =>
  new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, hour).getTime()
const local = (moment: number) => {
  const d = new Date(moment)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`
}

/** Until when? The usual moments, each with its hour and a warning when it is past the deadline; or another one. */
export const askSnooze = async (dueAt: number | null): Promise<number | null> => {
  const { w, f } = speaking()
  const now = Date.now()
  const today = new Date(now)
  const monday = ((8 - today.getDay()) % 7 || 7) as number
  const moments = [
    { id: 'hour', text: w.act.inAnHour, at: now + HOUR },
    { id: 'three', text: w.act.inThreeHours, at: now + 3 * HOUR },
    { id: 'evening', text: w.act.thisEvening, at: at(today, 0, 17) },
    { id: 'tomorrow', text: w.act.tomorrowMorning, at: at(today, 1, 9) },
    { id: 'monday', text: w.act.mondayMorning, at: at(today, monday, 9) },
  ].filter((m) => m.at > now)
  const past = (moment: number) => dueAt !== null && moment > dueAt
  const picked = await ask({
    kind: 'pick',
    title: w.act.snoozeTitle,
    options: [
      ...moments.map((m) => ({
        id: m.id,
        text: m.text,
        detail: past(m.at) ? w.act.afterDeadline(f.moment(m.at, now)) : f.moment(m.at, now),
      })),
      { id: 'other', text: w.act.otherMoment },
    ],
  })
  if (picked === null) return null
  const known = moments.find((m) => m.id === picked)
  if (known !== undefined) return known.at
  const typed = await ask({
    kind: 'moment',
    title: w.act.snoozeTitle,
    yes: w.act.snoozeYes,
    initial: local(at(today, 1, 9)),
  })
  const moment = typed === null ? Number.NaN : new Date(typed).getTime()
  return Number.isNaN(moment) ? null : moment
}
