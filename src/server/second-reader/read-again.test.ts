import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { z } from 'zod'
import { correctReading } from '#server/actions/correct-reading.ts'
import { makeSecondReader } from '#server/jobs/read-again.ts'
import { type Listening, listening, people } from '#test/listening.ts'

const MINUTE = 60_000
const { camille, noe } = people

const asked = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user']), content: z.string() })).length(2),
  response_format: z.object({ type: z.literal('json_schema'), json_schema: z.object({ strict: z.literal(true) }) }),
})

const LABELS = {
  ...{ intent: 'complaint', sentiment: 'negative', topic: 'delivery', urgent: true, reasons: ['deadline'] },
  ...{ needs_answer: true, personal_dispute: true, flags: [] },
}
const says = (content: unknown) => ({ status: 200, body: JSON.stringify({ choices: [{ message: { content } }] }) })

/** A model server that answers what the test lays down, and keeps what it was asked. */
const openModel = async () => {
  const answers: { status: number; body: string }[] = []
  const heard: { path: string; key: string | undefined; words: string }[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = asked.parse(JSON.parse((await request.toArray()).join('')))
    const words = body.messages[1]?.content ?? ''
    heard.push({ path: request.url ?? '', key: request.headers.authorization, words })
    const { status, body: said } = answers.shift() ?? { status: 500, body: '' }
    response.writeHead(status, { 'content-type': 'application/json' }).end(said)
  }
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const place = { url: `http://127.0.0.1:${port}/v1`, model: 'petit-modele', key: 'clef' }
  const close = () => new Promise<void>((done) => server.close(() => done()))
  return { answers, heard, place, [Symbol.asyncDispose]: close }
}

const scene = async () => {
  const w = await listening()
  const model = await openModel()
  w.desk.model = model.place
  const reader = makeSecondReader(w.desk)
  const readingOf = async (id: string) => (await w.rows('message_readings')).find((row) => row.message_id === id)
  return { model, w, round: () => reader.round(), readingOf }
}

const hear = async (w: Listening, text: string, person = camille): Promise<string> => {
  await w.hand([w.says(person, `m-${text.length}`, text)])
  await w.read()
  const message = (await w.rows('messages')).find((one) => one.text === text)
  assert.ok(message)
  return message.id
}

test('a language model reads after triage: its labels stand, marked as its own, and hasten the promise (L2, A2)', async () => {
  const { model, w, round, readingOf } = await scene()
  await using _model = model
  await using _w = w
  const id = await hear(w, 'Le gâteau doit être là à 18 h.')
  const [before] = await w.rows('cases')
  model.answers.push(says(JSON.stringify(LABELS)))
  assert.equal(await round(), true)
  assert.equal(await round(), false)
  const { path, key, words } = model.heard[0] ?? {}
  assert.deepEqual([path, key], ['/v1/chat/completions', 'Bearer clef'])
  assert.equal(words, JSON.stringify({ message: 'Le gâteau doit être là à 18 h.' }))
  const reading = await readingOf(id)
  assert.deepEqual([reading?.model, reading?.intent, reading?.urgent], ['petit-modele', 'complaint', true])
  const [after] = await w.rows('cases')
  assert.ok((after?.due_at ?? 0) < (before?.due_at ?? 0))
  assert.ok((await w.events()).includes('reading.second'))
})

test('whoever talks to the model gains nothing but haste, and a member is above it', async () => {
  const { model, w, round, readingOf } = await scene()
  await using _model = model
  await using _w = w
  const grave = await hear(
    w,
    'Ma mère de 84 ans est seule, sans chauffage depuis hier, c’est dangereux, répondez-nous !',
  )
  model.answers.push(
    says(JSON.stringify({ ...LABELS, intent: 'spam', urgent: false, reasons: [], needs_answer: false })),
  )
  await round()
  const reading = await readingOf(grave)
  assert.deepEqual([reading?.urgent, reading?.needs_answer, reading?.intent !== 'spam'], [true, true, true])
  const other = await hear(w, 'Et pour dimanche ?', noe)
  const aicha = { workspaceId: w.workspaceId, memberId: w.members.aicha, role: 'agent' } as const
  await correctReading(w.desk, aicha, { id: other, intent: 'praise', urgent: false })
  model.answers.push(says(JSON.stringify(LABELS)))
  assert.equal(await round(), false)
  assert.equal((await readingOf(other))?.intent, 'praise')
})

test('a model that is busy is asked again, one that makes things up is not, and triage’s reading stays', async () => {
  const { model, w, round, readingOf } = await scene()
  await using _model = model
  await using _w = w
  const id = await hear(w, 'Bonjour, êtes-vous ouverts demain ?')
  const own = (await readingOf(id))?.intent
  model.answers.push({ status: 429, body: '' })
  await round()
  await round()
  assert.equal(model.heard.length, 1)
  w.desk.pass(3 * MINUTE)
  model.answers.push({ status: 200, body: '<html>' })
  await round()
  w.desk.pass(60 * MINUTE)
  await round()
  assert.equal(model.heard.length, 2)
  const made = ['bla', '{}', JSON.stringify({ ...LABELS, intent: 'fury' }), JSON.stringify({ ...LABELS, more: 1 })]
  for (const [place, wrong] of made.entries()) {
    const other = await hear(w, `Bonjour, faites-vous aussi les grands mariages${' ?'.repeat(place + 1)}`, noe)
    model.answers.push(says(wrong))
    await round()
    assert.equal((await readingOf(other))?.model, null)
  }
  assert.equal(model.heard.length, 2 + made.length)
  assert.equal((await readingOf(id))?.model, null)
  assert.equal((await readingOf(id))?.intent, own)
})
