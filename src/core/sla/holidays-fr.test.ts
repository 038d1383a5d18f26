import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY_MS } from '#core/time.ts'
import { frenchHolidays } from './holidays-fr.ts'

const days = (year: number, alsaceMoselle = false) => frenchHolidays(year, alsaceMoselle).map(({ day }) => day)

test('the eleven public holidays of 2026, and the two more of Strasbourg', () => {
  assert.deepEqual(days(2026), [
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
  assert.deepEqual(
    days(2026, true).filter((day) => !days(2026).includes(day)),
    ['2026-04-03', '2026-12-26'],
  )
})

test('Easter Monday in the years that catch wrong formulas', () => {
  const easterMonday = (year: number) => frenchHolidays(year).find(({ name }) => name === 'easter-monday')?.day
  const known = [
    '1954-04-19',
    '1981-04-20',
    '2000-04-24',
    '2008-03-24',
    '2019-04-22',
    '2038-04-26',
    '2049-04-19',
    '2076-04-20',
  ]
  for (const day of known) assert.equal(easterMonday(Number(day.slice(0, 4))), day)
})

test('Easter is a Sunday between 22 March and 25 April, in every year of three centuries', () => {
  for (let year = 1900; year < 2200; year++) {
    const monday = frenchHolidays(year).find(({ name }) => name === 'easter-monday')
    const sunday = new Date(Date.parse(`${monday?.day}T00:00:00Z`) - DAY_MS)
    assert.equal(sunday.getUTCDay(), 0, `${year}`)
    const monthAndDay = sunday.toISOString().slice(5, 10)
    assert.ok(monthAndDay >= '03-22' && monthAndDay <= '04-25', `${year}-${monthAndDay}`)
  }
})
