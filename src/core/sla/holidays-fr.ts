import { DAY_MS, type PlainDate } from '#core/time.ts'

export const FRENCH_HOLIDAYS = [
  'new-year',
  'good-friday',
  'easter-monday',
  'labour-day',
  'victory-1945',
  'ascension',
  'whit-monday',
  'national-day',
  'assumption',
  'all-saints',
  'armistice-1918',
  'christmas',
  'second-day-of-christmas',
] as const
export type FrenchHoliday = { readonly day: PlainDate; readonly name: (typeof FRENCH_HOLIDAYS)[number] }

/** Easter Sunday of the Gregorian calendar, as milliseconds of a UTC midnight. */
function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return Date.UTC(year, month - 1, day)
}

/**
 * The public holidays of France, offered as a start for a brand's calendar; nobody answers on a day that the calendar calls
 * closed, so the promise must not run on it (A2, T1). Alsace and Moselle have two more.
 */
export function frenchHolidays(year: number, alsaceMoselle = false): FrenchHoliday[] {
  const easter = easterSunday(year)
  const fixed = (monthAndDay: string): PlainDate => `${String(year).padStart(4, '0')}-${monthAndDay}`
  const movable = (daysAfterEaster: number): PlainDate =>
    new Date(easter + daysAfterEaster * DAY_MS).toISOString().slice(0, 10)
  const holidays: FrenchHoliday[] = [
    { day: fixed('01-01'), name: 'new-year' },
    { day: movable(1), name: 'easter-monday' },
    { day: fixed('05-01'), name: 'labour-day' },
    { day: fixed('05-08'), name: 'victory-1945' },
    { day: movable(39), name: 'ascension' },
    { day: movable(50), name: 'whit-monday' },
    { day: fixed('07-14'), name: 'national-day' },
    { day: fixed('08-15'), name: 'assumption' },
    { day: fixed('11-01'), name: 'all-saints' },
    { day: fixed('11-11'), name: 'armistice-1918' },
    { day: fixed('12-25'), name: 'christmas' },
  ]
  if (alsaceMoselle) {
    holidays.push({ day: movable(-2), name: 'good-friday' }, { day: fixed('12-26'), name: 'second-day-of-christmas' })
  }
  return holidays.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
