import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { instantOf, readCountRow } from './count-row.ts'
import { evalSurge } from './eval-surge.ts'

type Scored = { readonly timestamp: string; readonly value: number | null; readonly score: number }

const evaluate = async (body: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-surge-'))
  const printed: Scored[] = []
  const complained: string[] = []
  try {
    const file = join(folder, 'counts.csv')
    await writeFile(file, body)
    const code = await evalSurge(file, {
      print: (line) => printed.push(JSON.parse(line)),
      complain: (line) => complained.push(line),
    })
    return { code, printed, complained }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const BEGAN = Date.UTC(2026, 2, 2)
const rowAt = (row: number, value: number | string) =>
  `${new Date(BEGAN + row * 300_000).toISOString().slice(0, 19).replace('T', ' ')},${value}`
const fourDays = Array.from({ length: 4 * 288 }, (_, row) => rowAt(row, 10 + ((row * 7) % 5)))
const storm = [rowAt(4 * 288, 300), rowAt(4 * 288 + 1, 290)]

describe('vigie eval surge', () => {
  test('prints a score for each row, as it was written, and an alert for the storm alone', async () => {
    const { code, printed, complained } = await evaluate(['timestamp,value', ...fourDays, ...storm, ''].join('\n'))
    assert.deepEqual([code, complained], [0, []])
    assert.equal(printed.length, fourDays.length + storm.length)
    assert.deepEqual(printed[0], { timestamp: '2026-03-02 00:00:00', value: 10, score: 0 })
    assert.deepEqual(
      printed.flatMap(({ score }, row) => (score >= 0.5 ? [row] : [])),
      [4 * 288],
    )
  })

  test('a shorter file has the same scores: no row knows those after it', async () => {
    const whole = await evaluate([...fourDays, ...storm].join('\r\n'))
    for (const length of [1, 2, 300, 4 * 288 + 1])
      assert.deepEqual(
        (await evaluate([...fourDays, ...storm].slice(0, length).join('\n'))).printed,
        whole.printed.slice(0, length),
      )
  })

  test('a row without a number was heard by nobody; one that cannot be read is told and passed over', async () => {
    const rows = ['timestamp,value', rowAt(0, 4), rowAt(1, ''), 'yesterday,4', rowAt(2, -1), rowAt(3, 'many'), 'alone']
    const { code, printed, complained } = await evaluate(rows.join('\n'))
    assert.equal(code, 1)
    assert.deepEqual(
      printed.map(({ value, score }) => [value, score]),
      [
        [4, 0],
        [null, 0],
      ],
    )
    assert.deepEqual(complained, [
      'line 4: "yesterday" is no time such as 2026-03-04 05:06:07',
      'line 5: "-1" is no count of messages',
      'line 6: "many" is no count of messages',
      'line 7: not "timestamp,value"',
    ])
  })

  test('reads times with and without an offset, quotes, and further columns', () => {
    assert.equal(instantOf('2026-03-02 01:00:00'), BEGAN + 3_600_000)
    assert.equal(instantOf('2026-03-02T01:00:00.000+01:00'), BEGAN)
    assert.equal(instantOf('2026-03-02T01:00+0100'), BEGAN)
    assert.equal(instantOf('2026-03-02'), BEGAN)
    assert.equal(instantOf('2026-13-02'), null)
    assert.equal(instantOf('1770000000'), null)
    assert.deepEqual(readCountRow('"2026-03-02",2.5,x'), { timestamp: '2026-03-02', at: BEGAN, value: 2.5 })
  })
})
