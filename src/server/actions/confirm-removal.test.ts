import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { HideAnswer, UpAnswer } from '#connectors/connector.ts'
import { canonicalJson } from '#core/audit/canonical.ts'
import { listRemovals, readEvidence } from '#server/queries/removals.ts'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'
import { askRemoval } from './ask-removal.ts'
import { checkMessage } from './check-message.ts'
import { confirmRemoval } from './confirm-removal.ts'
import { refuseRemoval, withdrawRemoval } from './refuse-removal.ts'

/** Noé's message, on a network that hides where it is told to, and says what it was asked. */
const onNetwork = async ({ hides = true, answer = { kind: 'hidden' } as HideAnswer } = {}) => {
  const w = await waitingReply()
  const { connector } = w.network
  const asked: string[] = []
  const up: UpAnswer[] = []
  if (hides) connector.capabilities.hidesUnlawful = true
  const session = connector.open(
    { id: '', externalId: '', handle: '', secret: {}, settings: {} },
    {} as Parameters<typeof connector.open>[1],
  )
  connector.open = () => ({
    ...session,
    ...(hides && {
      hideUnlawful: async ({ externalId, cause }) => {
        asked.push(`${cause} ${externalId}`)
        return answer
      },
    }),
    ...(hides && { isUp: async () => up.shift() ?? { kind: 'up' } }),
  })
  const ask = () =>
    askRemoval(w.desk, w.as('aicha'), { id: w.mention.messageId, cause: 'threat', reason: 'Menace de mort' })
  return Object.assign(w, { asked, up, ask })
}

test('two people, a cause and the evidence, and only then the network is asked to hide the message (D1)', async () => {
  await using w = await onNetwork()
  const { id } = allowed(await w.ask())
  assert.equal(refusal(await confirmRemoval(w.desk, w.as('aicha'), { id })).refused, 'own-removal')
  assert.equal(refusal(await w.ask()).refused, 'removal-under-way')
  assert.deepEqual(w.asked, [])
  const kept = allowed(await readEvidence(w.desk, w.as('sarah'), { id }))
  assert.equal(createHash('sha256').update(canonicalJson(kept.evidence)).digest('hex'), kept.sha256)
  assert.equal(kept.evidence.text, 'Commande passée mercredi, toujours rien après cinq jours.')
  assert.deepEqual(allowed(await confirmRemoval(w.desk, w.as('julien'), { id })), { state: 'hidden', outcome: null })
  assert.deepEqual(w.asked, [`threat mention-${w.mention.messageId}`])
  assert.equal(refusal(await confirmRemoval(w.desk, w.as('sarah'), { id })).refused, 'already-decided')
  const { removals, counts } = allowed(await listRemovals(w.desk, w.as('sarah')))
  assert.deepEqual(
    removals.map((one) => [one.state, one.askedBy.name, one.decidedBy?.name]),
    [['hidden', 'Aïcha Morel', 'Julien Tessier']],
  )
  assert.deepEqual(
    counts.find(({ cause }) => cause === 'threat'),
    { cause: 'threat', asked: 1, hidden: 1 },
  )
  assert.deepEqual(await w.events('removal.%'), ['removal.asked', 'removal.confirmed', 'removal.hidden'])
  const message = await w.inside((trx) =>
    trx.selectFrom('messages').select(['text', 'deleted_at']).where('id', '=', w.mention.messageId).executeTakeFirst(),
  )
  assert.equal(message?.deleted_at, null, 'the desk itself keeps every word')
})

test('two confirmations at the same moment are one removal', async () => {
  await using w = await onNetwork()
  const { id } = allowed(await w.ask())
  await Promise.all([confirmRemoval(w.desk, w.as('julien'), { id }), confirmRemoval(w.desk, w.as('sarah'), { id })])
  const names = await w.events('removal.%')
  assert.deepEqual(names.filter((name) => name !== 'removal.asked').toSorted(), ['removal.confirmed', 'removal.hidden'])
})

test('where the network cannot hide, that is kept and said, and it can be tried again', async () => {
  await using w = await onNetwork({ hides: false })
  const { id } = allowed(await w.ask())
  const cannot = { state: 'not-hidden', outcome: 'network-cannot' }
  assert.deepEqual(allowed(await confirmRemoval(w.desk, w.as('julien'), { id })), cannot)
  assert.deepEqual(allowed(await confirmRemoval(w.desk, w.as('julien'), { id })), cannot)
})

test('a message that changed since is not removed under its old words; criticism and causes outside the charter are none', async () => {
  await using w = await onNetwork()
  await w.charter({ moderationCauses: ['threat'] })
  const spam = { id: w.mention.messageId, cause: 'spam', reason: 'Il se plaint' } as const
  assert.equal(refusal(await askRemoval(w.desk, w.as('aicha'), spam)).refused, 'not-a-cause')
  const { id } = allowed(await w.ask())
  await w.inside((trx) => trx.updateTable('messages').set({ version: 2, text: 'Pardon' }).execute())
  assert.equal(refusal(await confirmRemoval(w.desk, w.as('julien'), { id })).refused, 'message-changed')
  assert.deepEqual(w.asked, [])
  allowed(await withdrawRemoval(w.desk, w.as('aicha'), { id }))
  const again = allowed(await w.ask())
  allowed(await refuseRemoval(w.desk, w.as('sarah'), { id: again.id, reason: 'Il s’est repris' }))
  assert.equal(refusal(await confirmRemoval(w.desk, w.as('julien'), { id: again.id })).refused, 'already-decided')
})

test('the database itself keeps the evidence, wants two people, and lets nobody delete what the public said', async () => {
  await using w = await onNetwork()
  const { id } = allowed(await w.ask())
  const change = (set: object) => w.inside((trx) => trx.updateTable('removals').set(set).where('id', '=', id).execute())
  await assert.rejects(change({ evidence: '{}' }), /not rewritten/)
  await assert.rejects(change({ state: 'confirmed', decided_by: w.members.aicha }), /removals_check|violates/)
  await assert.rejects(change({ state: 'hidden', decided_by: w.members.julien, done_at: new Date() }), /not rewritten/)
  await assert.rejects(w.inside((trx) => trx.deleteFrom('removals').execute()))
  await assert.rejects(
    w.inside((trx) => trx.deleteFrom('messages').execute()),
    /permission denied/,
  )
})

test('« is it still up? » keeps each answer with its time, and says when the network cannot be asked (D2)', async () => {
  await using w = await onNetwork()
  w.up.push({ kind: 'up' }, { kind: 'gone' }, { kind: 'no-answer', detail: 'HTTP 502' })
  const { messageId: id } = w.mention
  for (const found of ['up', 'gone', 'no-answer']) {
    assert.equal(allowed(await checkMessage(w.desk, w.as('tom'), { id })).found, found)
    w.desk.pass(1_000)
  }
  const kept = await w.inside((trx) => trx.selectFrom('message_checks').select('found').orderBy('checked_at').execute())
  assert.deepEqual(
    kept.map(({ found }) => found),
    ['up', 'gone', 'no-answer'],
  )
  await using other = await onNetwork({ hides: false })
  assert.equal(
    allowed(await checkMessage(other.desk, other.as('tom'), { id: other.mention.messageId })).found,
    'cannot-ask',
  )
  assert.equal(refusal(await checkMessage(other.desk, other.as('tom'), { id })).refused, 'not-found')
})
