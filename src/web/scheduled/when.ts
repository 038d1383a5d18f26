import type { Language } from '../words/format.ts'
import { typesetFrench } from '../words/typeset.ts'
import type { ScheduledWords } from './words.ts'

const formats = new Map<string, { day: Intl.DateTimeFormat; key: Intl.DateTimeFormat; hour: Intl.DateTimeFormat }>()

const formatsOf = (language: Language, timeZone: string) => {
  const name = `${language} ${timeZone}`
  const known = formats.get(name)
  if (known !== undefined) return known
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const made = {
    day: new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' }),
    key: new Intl.DateTimeFormat('en-CA', { timeZone }),
    hour: new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
  }
  formats.set(name, made)
  return made
}

/** « 18 h 00 », as the clock on the brand's wall says it, wherever one reads it. */
export const sayHour = (at: number, timeZone: string, language: Language): string => {
  const [hours = '', minutes = ''] = formatsOf(language, timeZone).hour.format(at).split(':')
  return language === 'fr' ? typesetFrench(`${Number(hours)} h ${minutes}`) : `${hours}:${minutes}`
}

const DAY_MS = 86_400_000

/** When something leaves, in the brand's own time: « demain à 9 h 00 ». */
export const sayWhen = (
  s: ScheduledWords,
  at: number,
  now: number,
  { timeZone, language }: { timeZone: string; language: Language },
): string => {
  const { day, key } = formatsOf(language, timeZone)
  const hour = sayHour(at, timeZone, language)
  if (key.format(at) === key.format(now)) return s.today(hour)
  // Half a day on from noon is tomorrow, whatever the clocks do in the night.
  const noon = Date.parse(`${key.format(now)}T12:00:00Z`) + DAY_MS
  if (key.format(at) === new Date(noon).toISOString().slice(0, 10)) return s.tomorrow(hour)
  const written = day.format(at)
  return s.onDay(language === 'fr' ? written.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : written, hour)
}
