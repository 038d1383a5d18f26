import type { Language } from '#core/guard/guard-input.ts'
import type { Slot } from '#core/sla/calendar.ts'

/** « 30 € », « 12,50 € »: the brand's money as each language writes it. */
export const spellMoney = (cents: number, language: Language): string => {
  const whole = Math.trunc(cents / 100)
  const rest = String(Math.abs(cents % 100)).padStart(2, '0')
  if (language === 'en') return rest === '00' ? `€${whole}` : `€${whole}.${rest}`
  return rest === '00' ? `${whole} €` : `${whole},${rest} €`
}

/** « 2 h », « 1 h 30 », « 3 j »: a length of time as people say it. */
export const spellMinutes = (minutes: number, language: Language): string => {
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60), minutes % 60]
  const parts = [
    ...(days > 0 ? [`${days} ${language === 'fr' ? 'j' : 'd'}`] : []),
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(rest > 0 ? [hours > 0 && days === 0 ? String(rest).padStart(2, '0') : `${rest} min`] : []),
  ]
  return parts.length === 0 ? '0 min' : parts.join(' ')
}

/** « 9 h », « 9 h 30 »; « 9:30 ». */
const spellTime = (time: string, language: Language): string => {
  if (language === 'en') return time
  const [hours, minutes] = time.split(':')
  return minutes === '00' ? `${Number(hours)} h` : `${Number(hours)} h ${minutes}`
}

const spellSlots = (slots: readonly Slot[], language: Language): string =>
  slots.map(({ from, to }) => `${spellTime(from, language)}–${spellTime(to, language)}`).join(', ')

type WeekWords = {
  readonly days: readonly string[]
  readonly range: (from: string, to: string) => string
  readonly closed: string
}

/** « lundi à vendredi 9 h–18 h ; samedi et dimanche fermé »: days that are alike are said together. */
export const spellWeek = (week: readonly (readonly Slot[])[], words: WeekWords, language: Language): string => {
  const runs: { from: number; to: number; said: string }[] = []
  for (const [day, slots] of week.slice(0, 7).entries()) {
    const said = slots.length === 0 ? words.closed : spellSlots(slots, language)
    const last = runs.at(-1)
    if (last?.said === said) last.to = day
    else runs.push({ from: day, to: day, said })
  }
  const colon = language === 'fr' ? ' : ' : ': '
  return runs
    .map(({ from, to, said }) => {
      const [first, last] = [words.days[from] ?? '', words.days[to] ?? '']
      return `${from === to ? first : words.range(first, last)}${colon}${said}`
    })
    .join(language === 'fr' ? ' ; ' : '; ')
}

/** Words in quotes, one after the other. */
export const quoteAll = (list: readonly string[], language: Language): string =>
  list.map((one) => (language === 'fr' ? `« ${one} »` : `“${one}”`)).join(', ')
