import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'
import { createLabel } from './create-label.ts'
import { deleteLabel } from './delete-label.ts'
import { labelCase } from './label-case.ts'

type World = Awaited<ReturnType<typeof waitingReply>>

/** Somebody else is in the middle of it: what they have written is not there yet for anybody. */
const inTheMiddle = async (w: World, work: (trx: Trx) => Promise<unknown>) => {
  const begun = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const done = inWorkspace(w.desk.db, w.workspaceId, async (trx) => {
    await work(trx)
    begun.resolve()
    await goOn.promise
  })
  await begun.promise
  return async () => {
    goOn.resolve()
    await done
  }
}

const labelled = async (w: World) => {
  const label = allowed(await createLabel(w.desk, w.as('sarah'), { name: 'Livraison', colour: '#336699' }))
  return { label, put: () => labelCase(w.desk, w.as('aicha'), { id: w.mention.caseId, labelId: label.id }) }
}

test('a label that is deleted while somebody puts it on a case is refused to them', async () => {
  await using w = await waitingReply()
  const { label, put } = await labelled(w)
  const commit = await inTheMiddle(w, (trx) => trx.deleteFrom('labels').where('id', '=', label.id).execute())
  const putting = put()
  await commit()
  assert.equal(refusal(await putting).refused, 'label-gone')
  assert.equal(refusal(await put()).refused, 'label-gone')
})

test('a label that is put on a case while somebody deletes it is taken off there too', async () => {
  await using w = await waitingReply()
  const { label } = await labelled(w)
  const row = { workspace_id: w.workspaceId, case_id: w.mention.caseId, label_id: label.id }
  const commit = await inTheMiddle(w, (trx) => trx.insertInto('case_labels').values(row).execute())
  const deleting = deleteLabel(w.desk, w.as('sarah'), { id: label.id })
  await commit()
  allowed(await deleting)
  const left = await inWorkspace(w.desk.db, w.workspaceId, (trx) => trx.selectFrom('case_labels').selectAll().execute())
  assert.deepEqual(left, [])
})
