import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SENSITIVE_READ } from '#core/autonomy/standing.ts'
import { DAY_MS } from '#core/time.ts'
import { listAutonomy } from '#server/queries/autonomy.ts'
import { allowed, BETTER, GOOD, refusal, type WaitingReply, waitingReply } from '#test/waiting-reply.ts'
import { approveReply } from './approve-reply.ts'
import { askApproval } from './ask-approval.ts'
import { changeRole } from './change-role.ts'
import { decideAutonomy } from './decide-autonomy.ts'
import { returnReply } from './return-reply.ts'
import { sendReply } from './send-reply.ts'

/** Replies of a member that were read before, one every half day until now: the rows that validation leaves. */
const readBefore = (
  w: WaitingReply,
  person: 'tom' | 'aicha',
  outcomes: readonly ('approved' | 'returned')[],
  reasons: readonly object[] = [{ kind: 'trainee' }],
) =>
  w.inside(async (trx) => {
    const last = await trx.selectFrom('approvals').selectAll().limit(1).executeTakeFirstOrThrow()
    const rows = outcomes.map((state, i) => {
      const id = w.desk.newId()
      const at = new Date(w.desk.now() - (outcomes.length - i) * (DAY_MS / 2))
      const approved = state === 'approved'
      return {
        ...{ ...last, id, state, writer_id: w.members[person], asked_at: at, decided_at: at },
        ...{ reasons: JSON.stringify(reasons), guard: '{}' },
        ...{ approvers: approved ? [w.members.julien] : [], content_hash: approved ? Buffer.alloc(32) : null },
        return_reason: approved ? null : 'Trop sec',
        fold: JSON.stringify({ ...last.fold, status: state, writerId: w.members[person], edited: false }),
      }
    })
    await trx.insertInto('approvals').values(rows).execute()
  })

const records = async (w: WaitingReply, person: 'sarah' | 'tom' | 'aicha') =>
  allowed(await listAutonomy(w.desk, w.as(person))).records

test('a trainee whose twenty replies went out as written is proposed to a manager, who grants it: their words then leave (V3)', async () => {
  await using w = await waitingReply()
  const ask = async (text: string) => allowed(await askApproval(w.desk, w.as('tom'), await w.reply(text)))
  const first = await ask(GOOD)
  await readBefore(
    w,
    'tom',
    Array.from({ length: 21 }, () => 'approved' as const),
  )
  assert.deepEqual(await w.notices('sarah'), [])
  allowed(await approveReply(w.desk, w.as('julien'), await w.approval(first.id)))
  assert.deepEqual(await w.notices('sarah'), ['autonomy.proposed'])
  const [own, ...others] = await records(w, 'tom')
  assert.deepEqual([own?.member.id, others.length], [w.members.tom, 0], 'a member sees their own record')
  const tom = (await records(w, 'sarah')).find(({ member }) => member.id === w.members.tom)
  assert.deepEqual([tom?.standing.level, tom?.replies, tom?.proposal?.to], ['all-read', 22, SENSITIVE_READ])
  const decide = (to: typeof SENSITIVE_READ, id = w.members.tom) =>
    decideAutonomy(w.desk, w.as('sarah'), { id, verdict: 'grant', to })
  assert.equal(refusal(await decide({ ...SENSITIVE_READ, level: 'alone-on' })).refused, 'proposal-changed')
  assert.equal(refusal(await decide(SENSITIVE_READ, w.members.aicha)).refused, 'no-proposal')
  const twice = await Promise.all([decide(SENSITIVE_READ), decide(SENSITIVE_READ)])
  assert.deepEqual(twice.map((said) => ('refused' in said ? said.refused : 'done')).toSorted(), ['done', 'no-proposal'])
  assert.deepEqual(await w.events('autonomy.%'), ['autonomy.raised'])
  const role = await w.inside((trx) =>
    trx.selectFrom('memberships').select('role').where('member_id', '=', w.members.tom).executeTakeFirstOrThrow(),
  )
  assert.equal(role.role, 'agent')
  const after = (await records(w, 'sarah')).find(({ member }) => member.id === w.members.tom)
  assert.deepEqual([after?.standing.level, after?.replies, after?.proposal], ['sensitive-read', 0, null])
})

test('« not yet » keeps the level, and the record begins anew', async () => {
  await using w = await waitingReply()
  allowed(await askApproval(w.desk, w.as('tom'), await w.reply(GOOD)))
  await readBefore(
    w,
    'tom',
    Array.from({ length: 22 }, () => 'approved' as const),
  )
  allowed(await decideAutonomy(w.desk, w.as('sarah'), { id: w.members.tom, verdict: 'decline', to: SENSITIVE_READ }))
  const tom = (await records(w, 'sarah')).find(({ member }) => member.id === w.members.tom)
  assert.deepEqual([tom?.standing.level, tom?.read, tom?.proposal], ['all-read', 0, null])
  assert.deepEqual(await w.events('autonomy.%'), ['autonomy.declined'])
})

test('three replies given back ask for a step down; granted, every word of an agent waits, and the database holds to it', async () => {
  await using w = await waitingReply()
  const asked = allowed(await askApproval(w.desk, w.as('aicha'), await w.reply(GOOD)))
  await readBefore(w, 'aicha', ['approved', 'returned', 'returned'])
  allowed(await returnReply(w.desk, w.as('julien'), { id: asked.id, reason: 'Trop sec' }))
  await readBefore(w, 'aicha', ['returned'], [{ kind: 'contested' }])
  const aicha = (await records(w, 'sarah')).find(({ member }) => member.id === w.members.aicha)
  assert.deepEqual(aicha?.proposal?.grounds, { kind: 'returned', returned: 3, of: 4 })
  const to = { level: 'all-read', subjects: [], upToCents: null } as const
  allowed(await decideAutonomy(w.desk, w.as('sarah'), { id: w.members.aicha, verdict: 'grant', to }))
  assert.deepEqual((await w.notices('aicha')).includes('autonomy.lowered'), true)
  const words = await w.reply(BETTER)
  const waits = refusal(await sendReply(w.desk, w.as('aicha'), words))
  assert.deepEqual([waits.refused, waits.data?.reasons], ['waits-for-approval', [{ kind: 'all-read' }]])
  const row = await w.request(words.deliveryId)
  await assert.rejects(
    w.inside((trx) =>
      trx
        .insertInto('deliveries')
        .values({
          ...{ id: w.desk.newId(), workspace_id: w.workspaceId, account_id: w.accountId, case_id: row.case_id },
          ...{ conversation_id: row.conversation_id, member_id: w.members.aicha, audience: 'public', state: 'queued' },
          ...{ text: BETTER, content_hash: Buffer.alloc(32), guard: '{}', queued_at: new Date(w.desk.now()) },
          ...{ ready_at: new Date(w.desk.now()) },
        })
        .execute(),
    ),
    /wait for an approval/,
  )
  allowed(await changeRole(w.desk, w.as('maud'), { id: w.members.aicha, role: 'validator' }))
  allowed(await changeRole(w.desk, w.as('maud'), { id: w.members.aicha, role: 'agent' }))
  const again = (await records(w, 'sarah')).find(({ member }) => member.id === w.members.aicha)
  assert.deepEqual([again?.standing.level, again?.read], ['sensitive-read', 0], 'another role begins another record')
})
