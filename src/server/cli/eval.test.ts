import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { UsageTrouble } from './command.ts'
import { run } from './eval.ts'

const evaluate = async (body: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-eval-'))
  const printed: string[] = []
  const complained: string[] = []
  try {
    const file = join(folder, 'drafts.jsonl')
    await writeFile(file, body)
    const code = await run(['guard', file], { print: (l) => printed.push(l), complain: (l) => complained.push(l) })
    return { code, printed: printed.map((line): unknown => JSON.parse(line)), complained }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const draft = {
  id: 'a',
  audience: 'public',
  incoming: 'rien reçu',
  draft: 'Votre numéro de commande, en message privé svp.',
}
const line = (more: object) => JSON.stringify({ ...draft, ...more })

describe('vigie eval guard', () => {
  test('prints the findings of each draft, one a line, in the order of the file', async () => {
    const body = [line({}), line({ id: 'b', draft: 'Votre numéro de commande ? On regarde en MP.' }), ''].join('\n')
    const { code, printed, complained } = await evaluate(body)
    assert.deepEqual(complained, [])
    assert.equal(code, 0)
    assert.deepEqual(printed, [
      { id: 'a', findings: [] },
      { id: 'b', findings: [{ rule: 'G1', severity: 'block', start: 6, end: 24 }] },
    ])
  })

  test('reads the case file of the line: a fact that is done proves, `none` does not', async () => {
    const said = { audience: 'private', draft: 'Vous avez été remboursée.' }
    const with_ = (status: string) =>
      line({ ...said, id: status, case: { facts: [{ kind: 'refund', status }], settled: false } })
    const { printed } = await evaluate([with_('done'), with_('none')].join('\n'))
    assert.deepEqual(
      printed.map((p) => (p as { findings: unknown[] }).findings.length),
      [0, 1],
    )
  })

  test('a line that cannot be read is told by its number and passed over', async () => {
    const body = [
      '{',
      '',
      '[]',
      line({ id: '' }),
      line({ draft: 4 }),
      line({ audience: 'everybody' }),
      line({ case: 'odd', brand: 7 }),
    ].join('\r\n')
    const { code, printed, complained } = await evaluate(body)
    assert.equal(code, 1)
    assert.deepEqual(complained, [
      'line 1: not JSON',
      'line 3: not a JSON object',
      'line 4: no "id"',
      'line 5: no "draft"',
      'line 6: "audience" is neither public nor private',
    ])
    assert.equal(printed.length, 1)
  })

  test('wants to know what to try, and on which file', async () => {
    for (const args of [[], ['guard'], ['cheese', 'x'], ['guard', 'a', 'b']])
      await assert.rejects(run(args), UsageTrouble)
    await assert.rejects(run(['guard', '/nowhere/drafts.jsonl']), { code: 'ENOENT' })
  })
})
