import type { AlertsView } from '#contract/alerts.ts'
import type { Speech } from '../words/words.ts'

type Alert = AlertsView['alerts'][number]

/** « 27 fois l’habitude d’un mardi 14 h : 54 messages en 5 minutes, sur fleursduport (Bluesky). » */
export const alertSentence = ({ w, f }: Pick<Speech, 'w' | 'f'>, { account, why }: Alert): string => {
  const times =
    why.times === null ? null : f.number(why.times < 10 ? Math.round(why.times * 10) / 10 : Math.round(why.times))
  const over = w.alerts.minutes(Math.round(why.overMs / 60_000))
  const counted = w.alerts.counted(times, why.weekday, why.hour, why.counted, f.number(why.counted), over)
  return `${counted}${account === null ? '' : w.alerts.on(account.handle, account.network)}.`
}
