const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/
const FRENCH = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?: .*)?$/

const dayOf = (year: number, month: number, day: number): string | null => {
  const at = new Date(Date.UTC(year, month - 1, day))
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return exists && year >= 2000 && year <= 2100 ? at.toISOString().slice(0, 10) : null
}

/** A day as spreadsheets of this side of the ocean write it, day before month; one that does not exist is no day. */
export const readDay = (value: string): string | null => {
  const iso = ISO.exec(value)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const french = FRENCH.exec(value)
  return french ? dayOf(Number(french[3]), Number(french[2]), Number(french[1])) : null
}

const WRITTEN = {
  fr: new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
}

/** The day as one says it to a customer (A4). */
export const sayDay = (day: string, language: 'fr' | 'en'): string =>
  WRITTEN[language].format(new Date(`${day}T00:00:00Z`))
