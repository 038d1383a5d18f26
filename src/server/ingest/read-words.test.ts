import assert from 'node:assert/strict'
import { test } from 'node:test'
import { correctReading } from '#server/actions/correct-reading.ts'
import { readCase } from '#server/queries/case.ts'
import { readHorizon } from '#server/queries/horizon.ts'
import { listInbox } from '#server/queries/inbox.ts'
import { readTimeline } from '#server/queries/timeline.ts'
import { type Listening, listening, people } from '#test/listening.ts'

const MINUTE = 60_000
const { camille, noe, lucas } = people
const GRAVE = 'Ma mère de 84 ans est seule, sans chauffage depuis hier, c’est dangereux, répondez-nous !'

const caseOf = async (w: Listening, text: string) => {
  const message = (await w.rows('messages')).find((one) => one.text === text)
  const kase = (await w.rows('cases')).find((one) => one.conversation_id === message?.conversation_id)
  assert.ok(message && kase)
  return { message, kase, reading: (await w.rows('message_readings')).find((one) => one.message_id === message.id) }
}
const aicha = (w: Listening) => ({ workspaceId: w.workspaceId, memberId: w.members.aicha, role: 'agent' }) as const

test('each message of the public is read when it comes; what a machine wrote is not; what cannot wait is owed in half of the time', async () => {
  await using w = await listening()
  await w.hand([
    w.says(camille, 'm-1', GRAVE),
    w.says(noe, 'm-2', 'Merci beaucoup pour le bouquet, il est magnifique', { language: 'fr' }),
    w.says(lucas, 'm-3', 'Je suis absent jusqu’à lundi.', { automatic: true }),
  ])
  await w.read()
  assert.equal((await w.rows('message_readings')).length, 2)
  const grave = await caseOf(w, GRAVE)
  assert.deepEqual([grave.reading?.urgent, grave.reading?.language, grave.reading?.read_by], [true, 'fr', null])
  assert.ok(grave.reading?.reasons.includes('vulnerable-person'))
  assert.ok((grave.reading?.because.urgent ?? []).length > 0)
  assert.deepEqual([grave.kase.due_at?.getTime(), grave.kase.promised_ms], [w.desk.now() + 60 * MINUTE, 60 * MINUTE])
  const calm = await caseOf(w, 'Merci beaucoup pour le bouquet, il est magnifique')
  assert.ok(calm.reading?.intent === 'praise' || calm.reading?.intent === 'thanks')
  assert.equal(calm.kase.due_at?.getTime(), w.desk.now() + 1_440 * MINUTE)
  const { events } = (await readTimeline(w.desk, aicha(w), { id: grave.kase.id })) as {
    events: { name: string; data: Record<string, unknown> }[]
  }
  const hastened = events.find(({ name }) => name === 'case.hastened')
  assert.deepEqual(hastened?.data.reasons, grave.reading?.reasons)
})

test('a member says what it is: the promise follows both ways, the correction stays, and neither an edit nor a second try undoes it', async () => {
  await using w = await listening()
  const start = w.desk.now()
  await w.hand([w.says(camille, 'm-1', GRAVE)])
  await w.read()
  const { message, kase } = await caseOf(w, GRAVE)
  const correct = (intent: 'question' | 'complaint', urgent: boolean) =>
    correctReading(w.desk, aicha(w), { id: message.id, intent, urgent })
  assert.deepEqual(await correct('question', false), { done: true })
  assert.deepEqual(await correct('question', false), { done: true })
  assert.equal((await caseOf(w, GRAVE)).kase.due_at?.getTime(), start + 120 * MINUTE)
  const view = await readCase(w.desk, aicha(w), { id: kase.id })
  assert.ok('messages' in view)
  const [shown] = view.messages
  assert.deepEqual(
    [shown?.reading?.intent, shown?.reading?.urgent, shown?.reading?.reasons, shown?.reading?.by?.id],
    ['question', false, [], w.members.aicha],
  )
  assert.deepEqual(shown?.reading?.because, { intent: [], urgent: [] })
  w.desk.pass(MINUTE)
  const again = `${GRAVE} C’est une question de vie ou de mort.`
  await w.hand([{ kind: 'edit', messageId: 'm-1', text: again, editedAt: w.desk.now() }])
  await w.read()
  const edited = await caseOf(w, again)
  assert.deepEqual(
    [edited.reading?.intent, edited.reading?.urgent, edited.kase.due_at?.getTime()],
    ['question', false, start + 120 * MINUTE],
  )
  assert.deepEqual(await correct('question', true), { done: true })
  assert.equal((await caseOf(w, again)).kase.due_at?.getTime(), start + 60 * MINUTE)
  const said = (await w.events()).filter((name) => /^(case\.(hastened|eased)|reading)/.test(name))
  assert.deepEqual(said, ['case.hastened', 'reading.corrected', 'case.eased', 'reading.corrected', 'case.hastened'])
})

test('words changed before anybody corrected them are read anew; whoever asks again and again is urgent, one breath in pieces is not', async () => {
  await using w = await listening()
  await w.hand([w.says(camille, 'm-1', 'Merci beaucoup pour le bouquet, il est magnifique')])
  await w.hand([
    w.says(noe, 'n-1', 'Bonjour ?'),
    w.says(noe, 'n-2', 'Il y a quelqu’un ?'),
    w.says(noe, 'n-3', 'Bonjour ?'),
  ])
  await w.read()
  assert.ok((await w.rows('message_readings')).every(({ urgent }) => !urgent))
  w.desk.pass(20 * MINUTE)
  await w.hand([{ kind: 'edit', messageId: 'm-1', text: GRAVE, editedAt: w.desk.now() }])
  await w.hand([w.says(noe, 'n-4', 'Toujours personne ?')])
  await w.read()
  assert.deepEqual((await caseOf(w, GRAVE)).reading?.urgent, true)
  const asked = await caseOf(w, 'Toujours personne ?')
  assert.deepEqual([asked.reading?.urgent, asked.reading?.reasons.includes('unanswered')], [true, true])
})

test('thanks wait in a queue of their own, counted apart; a mixed message, a correction and a complaint that follows do not (A5)', async () => {
  await using w = await listening()
  const start = w.desk.now()
  const [kind, mixed] = [
    'Merci beaucoup pour le bouquet, il est magnifique',
    'Merci pour le bouquet magnifique, mais il manque la carte',
  ]
  await w.hand([w.says(camille, 'm-1', kind), w.says(noe, 'n-1', mixed)])
  await w.read()
  const { message, kase } = await caseOf(w, kind)
  const queue = async (which?: 'thanks') =>
    (await listInbox(w.desk, aicha(w), which === undefined ? {} : { queue: which })).rows.map(({ id }) => id)
  const counted = async () => {
    const { owed, thanks, thanksLate } = await readHorizon(w.desk, aicha(w), {})
    return [owed, thanks, thanksLate]
  }
  const other = (await caseOf(w, mixed)).kase.id
  assert.deepEqual([await queue(), await queue('thanks'), await counted()], [[other], [kase.id], [1, 1, 0]])
  const correct = (intent: 'complaint' | 'thanks') =>
    correctReading(w.desk, aicha(w), { id: message.id, intent, urgent: false })
  await correct('complaint')
  assert.deepEqual([await queue('thanks'), (await caseOf(w, kind)).kase.due_at?.getTime()], [[], start + 120 * MINUTE])
  await correct('thanks')
  assert.deepEqual([await queue('thanks'), await counted()], [[kase.id], [1, 1, 0]])
  w.desk.pass(1_441 * MINUTE)
  assert.deepEqual(await counted(), [1, 1, 1])
  await w.hand([w.says(camille, 'm-2', 'Et maintenant tout est fané, c’est une honte !')])
  await w.read()
  assert.deepEqual([await queue('thanks'), (await counted())[0]], [[], 2])
})
