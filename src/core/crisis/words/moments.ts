import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '#core/time.ts'

export type Moments = { clock(at: Instant): string; day(at: Instant): string; lasted(ms: number): string }

/** Times as they are written in a note: the hour on the brand's wall, and how long something took. */
export const momentsOf = (language: 'fr' | 'en', timeZone: string): Moments => {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone })
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  const french = (text: string) => (language === 'fr' ? text.replace(/(\d\d):(\d\d)/, '$1 h $2') : text)
  return {
    clock: (at) => french(hour.format(at)),
    day: (at) => french(day.format(at)),
    lasted: (ms) => {
      const minutes = Math.round(ms / MINUTE_MS)
      if (ms < MINUTE_MS) return `${Math.max(0, Math.round(ms / 1000))} s`
      if (minutes < 60) return `${minutes} min`
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
      if (ms < 2 * DAY_MS) return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
      const [days, left] = [Math.floor(ms / DAY_MS), Math.round((ms % DAY_MS) / HOUR_MS)]
      const unit = language === 'fr' ? 'j' : 'd'
      return left === 0 ? `${days} ${unit}` : `${days} ${unit} ${left} h`
    },
  }
}
