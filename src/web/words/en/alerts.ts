import { enPlural } from '../plural.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const when = (weekday: number, hour: number) => `a ${days[weekday - 1] ?? 'day'} ${String(hour).padStart(2, '0')}:00`

export const alerts = {
  title: 'Alerts',
  counted: (times: string | null, weekday: number, hour: number, count: number, figure: string, over: string) => {
    const said = `${figure} ${enPlural(count, 'message', 'messages')} in ${over}`
    return times === null
      ? `Hardly any message is usual for ${when(weekday, hour)}: ${said}`
      : `${times} times the usual for ${when(weekday, hour)}: ${said}`
  },
  minutes: (n: number) => `${n} ${enPlural(n, 'minute', 'minutes')}`,
  on: (handle: string, network: string) => `, on ${handle} (${network})`,
  negative: (percent: string) => `, ${percent}% of them negative`,
  ofTopic: (topic: string) => `, all about one topic: ${topic}`,
  about: (topics: string) => `Mostly ${topics}.`,
  untaken: 'Nobody has taken the alert yet.',
  takenBy: (name: string, clock: string) => `${name} has it in hand since ${clock}.`,
  take: 'I take it',
  grade: (n: number) => `${n} of 3`,
  declare: 'Open a crisis cell',
  cell: 'Crisis cell open',
  taken: 'The alert is yours',
  down: (handle: string, network: string) =>
    `${handle} (${network}) is disconnected: nothing is heard there, and that is not calm.`,
  silent: (handle: string, network: string, since: string) =>
    `${handle} (${network}): not one message since ${since}, where some are usual. Not calm until somebody has checked that we hear.`,
  moreUnheard: (n: number) => `And ${n} ${enPlural(n, 'other account', 'other accounts')}, in Channels.`,
  brandSilent: (since: string) =>
    `Not one message since ${since}, where some are usual. Not calm until somebody has checked that we hear.`,
}
