import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { run } from './eval.ts'

const evaluate = async (body: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-eval-'))
  const printed: string[] = []
  const complained: string[] = []
  try {
    const file = join(folder, 'messages.jsonl')
    await writeFile(file, body)
    const code = await run(['triage', file], { print: (l) => printed.push(l), complain: (l) => complained.push(l) })
    return { code, printed: printed.map((line) => JSON.parse(line) as Record<string, unknown>), complained }
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('vigie eval triage', () => {
  test('prints the labels of each message under the names of the labelled files, in the order of the file', async () => {
    const body = [
      JSON.stringify({ id: 'a', text: 'Colis jamais arrivé, personne ne répond depuis lundi, c’est honteux' }),
      JSON.stringify({ text: 'What time do you open?' }),
    ].join('\n')
    const { code, printed, complained } = await evaluate(body)
    assert.deepEqual(complained, [])
    assert.equal(code, 0)
    const [first, second] = printed
    assert.deepEqual([first?.id, first?.lang, first?.intent, first?.sentiment], ['a', 'fr', 'complaint', 'negative'])
    assert.deepEqual([second?.id, second?.lang, second?.intent, second?.urgent], [undefined, 'en', 'question', false])
    for (const name of ['topic', 'needs_answer', 'personal_dispute', 'flags', 'urgent_reasons', 'because'])
      assert.ok(second !== undefined && name in second, name)
  })

  test('a line that cannot be read is told by its number and passed over', async () => {
    const { code, printed, complained } = await evaluate('{\n\n[]\n{"id":"b"}\n{"text":""}\n')
    assert.equal(code, 1)
    assert.deepEqual(complained, ['line 1: not JSON', 'line 3: not a JSON object', 'line 4: no "text"'])
    assert.equal(printed.length, 1)
  })
})
