import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'
import { assignCase } from './assign-case.ts'
import { sendReply } from './send-reply.ts'

const TAKEN = 'Bonjour Noé, Aïcha s’occupe de votre dossier. Écrivez-nous en message privé. Aïcha'

test('« taken care of » leaves once somebody is named, and is held back when nobody is any more (C1, G4)', async () => {
  await using w = await waitingReply()
  const { caseId: id } = w.mention
  assert.equal(refusal(await sendReply(w.desk, w.as('aicha'), await w.reply(TAKEN))).refused, 'guard-findings')
  allowed(await assignCase(w.desk, w.as('sarah'), { id, memberId: w.members.aicha }))
  const reply = await w.reply(TAKEN)
  allowed(await sendReply(w.desk, w.as('aicha'), reply))
  assert.equal((await w.delivery(reply.deliveryId))?.state, 'held')
  allowed(await assignCase(w.desk, w.as('sarah'), { id, memberId: null }))
  assert.notEqual((await w.delivery(reply.deliveryId))?.state, 'held')
})
