import type { AlertsView } from '#contract/alerts.ts'
import type { Topic } from '#core/triage/labels.ts'
import type { Speech } from '../words/words.ts'

type Alert = AlertsView['alerts'][number]

/** « 27 fois l’habitude d’un mardi 14 h : 54 messages en 5 minutes, dont 81 % négatifs, sur fleursduport (Bluesky). » */
export const alertSentence = (
  { w, f }: Pick<Speech, 'w' | 'f'>,
  { account, topic, why }: Alert,
  named: Readonly<Record<Topic, string>>,
): string => {
  const times =
    why.times === null ? null : f.number(why.times < 10 ? Math.round(why.times * 10) / 10 : Math.round(why.times))
  const over = w.alerts.minutes(Math.round(why.overMs / 60_000))
  const counted = w.alerts.counted(times, why.weekday, why.hour, why.counted, f.number(why.counted), over)
  const negative = why.negativeShare === null ? '' : w.alerts.negative(f.number(Math.round(why.negativeShare * 100)))
  const on = account === null ? '' : w.alerts.on(account.handle, account.network)
  return `${counted}${negative}${topic === null ? on : w.alerts.ofTopic(named[topic])}.`
}
