import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listening, people } from '#test/listening.ts'
import { makeAccount } from '#test/mention.ts'

const MINUTE = 60_000
const { camille, noe, lucas } = people

test('a mention becomes a message, a conversation and a case with its deadline', async () => {
  await using w = await listening()
  const sentAt = w.desk.now() - 10 * MINUTE
  await w.hand([w.says(camille, 'm-1', 'Où est\n ma commande ?', { sentAt, permalink: 'https://example.net/1' })])
  await w.read()
  const [kase] = await w.rows('cases')
  assert.ok(kase)
  assert.deepEqual(
    [kase.number, kase.state, kase.excerpt, kase.due_at?.getTime(), kase.promised_ms],
    [1, 'open', 'Où est ma commande ?', sentAt + 120 * MINUTE, 120 * MINUTE],
  )
  const [message] = await w.rows('messages')
  assert.deepEqual(
    [message?.direction, message?.text, message?.sent_at.getTime(), message?.conversation_id],
    ['in', 'Où est\n ma commande ?', sentAt, kase.conversation_id],
  )
  const [conversation] = await w.rows('conversations')
  assert.deepEqual([conversation?.message_count, conversation?.first_in_at?.getTime()], [1, sentAt])
  assert.deepEqual(await w.events(), ['message.received', 'case.opened'])
  const [receipt] = await w.rows('receipts')
  assert.deepEqual([receipt?.state, receipt?.attempts], ['done', 1])
})

test('the same message told twice, under two receipts, is one message', async () => {
  await using w = await listening()
  const said = w.says(camille, 'm-1', 'Bonjour ?')
  await w.hand([said])
  await w.hand([said, w.says(noe, 'm-2', 'Moi aussi.')])
  await w.read()
  await w.hand([said])
  await w.read()
  assert.equal((await w.rows('messages')).length, 2)
  assert.deepEqual((await w.rows('cases')).map((c) => c.number).sort(), [1, 2])
  assert.equal((await w.rows('case_numbers'))[0]?.last, 2)
})

test('a customer who writes again has one case, whose nearest deadline stays that of the first words', async () => {
  await using w = await listening()
  const first = w.desk.now()
  await w.hand([w.says(camille, 'm-1', 'Bonjour ?')])
  await w.read()
  w.desk.pass(30 * MINUTE)
  await w.hand([w.says(camille, 'm-2', 'Il y a quelqu’un ?')])
  await w.read()
  const cases = await w.rows('cases')
  assert.equal(cases.length, 1)
  assert.deepEqual(
    [cases[0]?.due_at?.getTime(), cases[0]?.excerpt, cases[0]?.version],
    [first + 120 * MINUTE, 'Il y a quelqu’un ?', 2],
  )
  assert.equal((await w.rows('conversations'))[0]?.message_count, 2)
})

test('a timestamp from the future is the receipt’s, a nonsensical one too, and a late receipt keeps the customer’s own time', async () => {
  await using w = await listening()
  const now = w.desk.now()
  await w.hand([w.says(camille, 'future', 'a', { sentAt: now + 86_400_000 })])
  await w.hand([w.says(noe, 'nonsense', 'b', { sentAt: -1 })])
  await w.hand([w.says(lucas, 'late', 'c', { sentAt: now - 5 * 60 * MINUTE })])
  await w.read()
  const at = new Map((await w.rows('messages')).map((m) => [m.external_id, m.sent_at.getTime()]))
  assert.deepEqual(Object.fromEntries(at), { future: now, nonsense: now, late: now - 5 * 60 * MINUTE })
})

test('NUL bytes, broken surrogates, endless ids and a megabyte of text are kept and read', async () => {
  await using w = await listening()
  const hostile = w.says({ ...camille, displayName: 'Cam\0ille \ud800' }, `id-${'x'.repeat(3_000)}`, 'a\0b \udfff', {
    conversationKey: 'c\0d',
    subject: 's'.repeat(5_000),
    meta: { 'k\0': '\ud800' },
  })
  await w.hand(null, { raw: Buffer.from(JSON.stringify([hostile])) })
  await w.hand([w.says(noe, 'big', '💐 é'.repeat(300_000))])
  await w.read()
  const messages = await w.rows('messages')
  assert.equal(messages.length, 2)
  assert.deepEqual(
    messages.map((m) => m.text.length).sort((a, b) => a - b),
    [5, 1_000_000],
  )
  const authors = await w.rows('authors')
  assert.ok(authors.some((a) => a.display_name === 'Cam␀ille \ufffd'))
})

test('an edit keeps the former words, asks again for an answer only when it says something else, and is shown in the inbox', async () => {
  await using w = await listening()
  await w.hand([w.says(camille, 'm-1', 'Colis perdu')])
  w.desk.pass(MINUTE)
  await w.hand([{ kind: 'edit', messageId: 'm-1', text: 'colis perdu !', editedAt: w.desk.now() }])
  w.desk.pass(MINUTE)
  await w.hand([{ kind: 'edit', messageId: 'm-1', text: 'Colis cassé', editedAt: w.desk.now() }])
  await w.read()
  const [message] = await w.rows('messages')
  assert.deepEqual([message?.text, message?.version, message?.edited_at?.getTime()], ['Colis cassé', 3, w.desk.now()])
  const versions = (await w.rows('message_versions')).toSorted((a, b) => a.version - b.version)
  assert.deepEqual(
    versions.map((v) => v.text),
    ['Colis perdu', 'colis perdu !', 'Colis cassé'],
  )
  assert.equal((await w.rows('cases'))[0]?.excerpt, 'Colis cassé')
  const edits = (await w.events()).filter((name) => name !== 'message.received' && name !== 'case.opened')
  assert.deepEqual(edits, ['message.edited', 'message.edited', 'case.customer-edited'])
})

test('edits that arrive in the wrong order leave the newest words on show, and all of them in the file', async () => {
  await using w = await listening()
  const start = w.desk.now()
  w.desk.pass(10 * MINUTE)
  await w.hand([w.says(camille, 'm-1', 'un', { sentAt: start })])
  await w.hand([{ kind: 'edit', messageId: 'm-1', text: 'trois', editedAt: start + 2 * MINUTE }])
  await w.hand([{ kind: 'edit', messageId: 'm-1', text: 'deux', editedAt: start + MINUTE }])
  await w.read()
  assert.equal((await w.rows('messages'))[0]?.text, 'trois')
  assert.deepEqual((await w.rows('message_versions')).map((v) => v.text).sort(), ['deux', 'trois', 'un'])
})

test('an edit or a deletion that comes before its message waits for it', async () => {
  await using w = await listening()
  await w.hand([{ kind: 'edit', messageId: 'm-1', text: 'corrigé', editedAt: w.desk.now() }])
  await w.hand([{ kind: 'deletion', messageId: 'm-2', deletedAt: w.desk.now() }])
  await w.read()
  assert.equal((await w.rows('early_activities')).length, 2)
  await w.hand([w.says(camille, 'm-1', 'fauté'), w.says(noe, 'm-2', 'effacé')])
  await w.read()
  assert.equal((await w.rows('early_activities')).length, 0)
  const messages = new Map((await w.rows('messages')).map((m) => [m.external_id, m]))
  assert.equal(messages.get('m-1')?.text, 'corrigé')
  assert.deepEqual([messages.get('m-2')?.text, messages.get('m-2')?.deleted_at?.getTime()], ['', w.desk.now()])
  assert.deepEqual((await w.rows('message_versions')).map((v) => v.text).sort(), ['corrigé', 'effacé', 'fauté'])
})

test('whatever the order in which a message, its edits and its deletion come, the desk ends the same', async () => {
  await using w = await listening()
  const at = w.desk.now()
  w.desk.pass(10 * MINUTE)
  const orders = (names: string[]): string[][] =>
    names.length < 2
      ? [names]
      : names.flatMap((name) => orders(names.filter((n) => n !== name)).map((rest) => [name, ...rest]))
  const told = (id: string): Record<string, unknown> => ({
    message: w.says(camille, id, 'un', { conversationKey: id, sentAt: at }),
    first: { kind: 'edit', messageId: id, text: 'deux', editedAt: at + MINUTE },
    second: { kind: 'edit', messageId: id, text: 'trois', editedAt: at + 2 * MINUTE },
    deletion: { kind: 'deletion', messageId: id, deletedAt: at + 3 * MINUTE },
  })
  const all = [...orders(['message', 'first', 'second']), ...orders(['message', 'first', 'second', 'deletion'])]
  // Each step of every order in one batch: what comes early waits from one batch to the next.
  for (let step = 0; step < 4; step++) {
    for (const order of all) {
      const name = order[step]
      if (name !== undefined) await w.hand([told(order.join(' '))[name]])
    }
    await w.read()
  }
  const versions = Map.groupBy(await w.rows('message_versions'), (v) => v.message_id)
  for (const message of await w.rows('messages')) {
    const isDeleted = message.external_id.includes('deletion')
    assert.deepEqual(
      [message.text, message.deleted_at !== null],
      isDeleted ? ['', true] : ['trois', false],
      message.external_id,
    )
    assert.deepEqual(
      versions
        .get(message.id)
        ?.map((v) => v.text)
        .sort(),
      ['deux', 'trois', 'un'],
      message.external_id,
    )
  }
  assert.equal((await w.rows('messages')).length, all.length)
  assert.equal((await w.rows('early_activities')).length, 0)
})

test('a deletion leaves a tombstone, keeps the words as evidence, and shows the words that remain', async () => {
  await using w = await listening()
  await w.hand([w.says(camille, 'm-1', 'premier')])
  w.desk.pass(MINUTE)
  await w.hand([w.says(camille, 'm-2', 'second')])
  await w.read()
  await w.hand([{ kind: 'deletion', messageId: 'm-2', deletedAt: w.desk.now() }])
  await w.hand([{ kind: 'edit', messageId: 'm-2', text: 'tard', editedAt: w.desk.now() }])
  await w.read()
  const gone = (await w.rows('messages')).find((m) => m.external_id === 'm-2')
  assert.deepEqual([gone?.text, gone?.deleted_at === null], ['', false])
  assert.deepEqual((await w.rows('message_versions')).map((v) => v.text).sort(), ['second', 'tard'])
  assert.equal((await w.rows('cases'))[0]?.excerpt, 'premier')
})

test('what a machine wrote is shown and owed no answer', async () => {
  await using w = await listening()
  await w.hand([w.says(camille, 'm-1', 'Je suis en congé', { automatic: true })])
  await w.read()
  const [kase] = await w.rows('cases')
  assert.deepEqual([kase?.due_at, kase?.state, kase?.excerpt], [null, 'resolved', 'Je suis en congé'])
  await w.hand([w.says(camille, 'm-2', 'Et mon colis ?')])
  await w.read()
  assert.equal((await w.rows('cases'))[0]?.state, 'reopened')
})

test('a private word never joins a public conversation, even under the same key', async () => {
  await using w = await listening()
  await w.hand([w.says(camille, 'm-1', 'en public', { conversationKey: 'k' })])
  await w.hand([w.says(camille, 'm-2', 'en privé', { conversationKey: 'k', audience: 'private', form: 'direct' })])
  await w.hand([w.says(camille, 'm-3', 'encore', { conversationKey: 'k', audience: 'private', form: 'direct' })])
  await w.read()
  const cases = await w.rows('cases')
  assert.deepEqual(cases.map((c) => `${c.audience}: ${c.excerpt}`).sort(), ['private: encore', 'public: en public'])
})

test('an author known from another account of the brand is the same person, with the newest name and picture', async () => {
  await using w = await listening()
  const other = await makeAccount(w.desk, w.workspaceId)
  await w.hand([w.says(camille, 'm-1', 'ici')])
  await w.read()
  await w.hand([w.says({ ...camille, displayName: 'Camille R.', followers: 12 }, 'm-1', 'là')], { accountId: other })
  await w.read()
  const authors = await w.rows('authors')
  assert.deepEqual(
    authors.map((a) => [a.display_name, a.followers]),
    [['Camille R.', 12]],
  )
  assert.equal((await w.rows('cases')).length, 2)
})

test('files that a mail carried are kept once by their content; what is too big is named and not kept', async () => {
  await using w = await listening()
  const photo = { kind: 'image' as const, name: 'vase.png', mediaType: 'image/png', content: 'iVBORw0KGgo=' }
  const film = { kind: 'video' as const, name: 'film.mp4', content: 'A'.repeat(36 * 1024 * 1024) }
  await w.hand([w.says(camille, 'm-1', 'Voyez', { attachments: [photo, film] })])
  await w.hand([w.says(camille, 'm-2', 'Encore', { attachments: [photo] })])
  await w.read()
  const files = await w.rows('files')
  assert.deepEqual(
    files.map((f) => [f.name, f.size, f.media_type]),
    [['vase.png', 8, 'image/png']],
  )
  const kept = (await w.rows('messages')).flatMap(
    (m) => m.attachments as { name: string; fileId?: string; content?: string }[],
  )
  assert.deepEqual(kept.map((a) => [a.name, a.fileId, a.content]).sort(), [
    ['film.mp4', undefined, undefined],
    ['vase.png', files[0]?.id, undefined],
    ['vase.png', files[0]?.id, undefined],
  ])
})
