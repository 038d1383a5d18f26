import { speakMinutes } from '#core/sla/fuse.ts'
import { typesetFrench } from './typeset.ts'

export type Language = 'fr' | 'en'

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString()
const yesterdayOf = (now: Date) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)

/** Dates, durations and figures as each language writes them. `now` is always given. */
export const makeFormat = (language: Language) => {
  const fr = language === 'fr'
  const locale = fr ? 'fr-FR' : 'en-GB'
  const set = fr ? typesetFrench : (text: string) => text
  const figures = new Intl.NumberFormat(locale)
  const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' })
  const dayAndYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })
  const people = new Intl.ListFormat(locale, { type: 'conjunction' })

  const clock = (at: number) => {
    const date = new Date(at)
    const minutes = String(date.getMinutes()).padStart(2, '0')
    return fr ? set(`${date.getHours()} h ${minutes}`) : `${String(date.getHours()).padStart(2, '0')}:${minutes}`
  }
  // « 1er mai », and every other day as it is.
  const first = (text: string) => (fr ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text)
  const day = (at: number, now: number) =>
    first((new Date(at).getFullYear() === new Date(now).getFullYear() ? dayOfYear : dayAndYear).format(at))
  const moment = (at: number, now: number) => {
    const [date, today] = [new Date(at), new Date(now)]
    if (sameDay(date, today)) return clock(at)
    if (sameDay(date, yesterdayOf(today))) return `${fr ? 'hier' : 'yesterday'}, ${clock(at)}`
    return `${day(at, now)}, ${clock(at)}`
  }
  const spell = (minutes: number) => {
    const { days, hours, minutes: rest } = speakMinutes(minutes)
    const dayMark = fr ? 'j' : 'd'
    if (days > 0) return set(hours > 0 ? `${days} ${dayMark} ${hours} h` : `${days} ${dayMark}`)
    if (hours > 0) return set(rest > 0 ? `${hours} h ${String(rest).padStart(2, '0')}` : `${hours} h`)
    return set(`${rest} min`)
  }
  const ago = (at: number, now: number) => {
    const minutes = Math.floor((now - at) / 60_000)
    if (minutes < 1) return fr ? 'à l’instant' : 'just now'
    if (minutes >= 2_880) return moment(at, now)
    return fr ? set(`il y a ${spell(minutes)}`) : `${spell(minutes)} ago`
  }
  const size = (bytes: number) =>
    bytes < 1_000_000
      ? set(`${figures.format(Math.max(1, Math.round(bytes / 1_000)))} ${fr ? 'ko' : 'kB'}`)
      : set(`${figures.format(Math.round(bytes / 100_000) / 10)} ${fr ? 'Mo' : 'MB'}`)

  return {
    language,
    number: (n: number) => figures.format(n),
    clock,
    day,
    weekday: (at: number) => first(weekday.format(at)),
    moment,
    spell,
    ago,
    size,
    list: (names: readonly string[]) => people.format(names),
  }
}
export type Format = ReturnType<typeof makeFormat>
