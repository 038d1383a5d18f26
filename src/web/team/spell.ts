import type { Speech } from '../words/words.ts'
import type { TeamWords } from './words.ts'

/** A time on the brand's wall as people write it: « 9 h 30 », "09:30". */
export const spellTime = (time: string, { language }: Speech, t: TeamWords): string => {
  if (time === '24:00') return t.midnight
  if (language === 'en') return time
  const [hours, minutes] = time.split(':')
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`
}

/** Noon of a date, as the browser formats dates: no zone moves it to another day. */
export const noonOf = (day: string): number => new Date(`${day}T12:00`).getTime()

/** « lundi », 1 being Monday. */
export const weekdayName = (weekday: number, { language }: Speech, length: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { weekday: length, timeZone: 'UTC' }).format(
    // 1 January 2024 was a Monday.
    Date.UTC(2024, 0, weekday),
  )

/** « lundi à vendredi » is read at once; « lundi, mardi et jeudi » is not shortened. */
export const spellDays = (days: readonly number[], speech: Speech): string => {
  const sorted = days.toSorted((a, b) => a - b)
  const [first, last] = [sorted[0] ?? 1, sorted.at(-1) ?? 1]
  const name = (day: number) => weekdayName(day, speech)
  if (sorted.length > 2 && last - first === sorted.length - 1)
    return `${name(first)} ${speech.language === 'fr' ? 'à' : 'to'} ${name(last)}`
  return speech.f.list(sorted.map(name))
}
