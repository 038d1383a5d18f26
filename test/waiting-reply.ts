import assert from 'node:assert/strict'
import type { Charter } from '#core/charter/charter.ts'
import { starterCharter } from '#core/charter/starter.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Reply } from '#server/deliveries/reply.ts'
import { type Actor, isRefused, type Refused } from '#server/desk.ts'
import { readThreadMark } from '#server/queries/thread.ts'
import { testDatabase } from './database.ts'
import { testDesk } from './desk.ts'
import { fakeNetwork } from './fake-network.ts'
import { makeAccount, makeMention } from './mention.ts'
import { makeWorkspace, type Person } from './workspace.ts'

export const GOOD =
  'Bonjour Noé, je suis désolé de cette attente. Écrivez-nous en message privé, je regarde votre commande. Tom'
export const BETTER =
  'Bonjour Noé, je suis vraiment désolé de cette attente. Écrivez-nous en message privé, nous regardons ensemble. Tom'

const ROLES = { maud: 'admin', sarah: 'manager', julien: 'validator', aicha: 'agent', tom: 'trainee' } as const

/** What a verb refused, or the test fails. */
export const refusal = (answer: unknown): Refused => {
  assert.ok(isRefused(answer), JSON.stringify(answer))
  return answer
}

/** What a verb answered, or the test fails. */
export const allowed = <T>(answer: T): Exclude<T, { refused: string }> => {
  assert.ok(!isRefused(answer), JSON.stringify(answer))
  return answer as Exclude<T, { refused: string }>
}

/** Noé waits for an answer of Fleurs du Port, due in two hours; everybody of the brand is at hand. */
export const waitingReply = async () => {
  const db = await testDatabase()
  const network = fakeNetwork()
  const desk = testDesk(db.database, [network.connector])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(desk, workspaceId)
  const mention = await makeMention(desk, workspaceId, accountId)
  const as = (person: Person): Actor => ({ workspaceId, memberId: members[person], role: ROLES[person] })
  const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(desk.db, workspaceId, work)
  const mark = () => inside((trx) => readThreadMark(trx, mention.conversationId))
  return {
    desk,
    network,
    workspaceId,
    members,
    accountId,
    mention,
    as,
    inside,
    mark,
    reply: async (text: string, more: Partial<Reply> = {}): Promise<Reply> => ({
      ...{ id: mention.caseId, deliveryId: desk.newId(), audience: 'public', text, accountId, seenMark: await mark() },
      ...more,
    }),
    /** How an approver answers a request that they have read as it stands. */
    approval: async (id: string, more: object = {}) => {
      const row = await inside((trx) =>
        trx.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      )
      return { id, accountId, wording: row.fold.wording, seenMark: await mark(), ...more }
    },
    request: (id: string) =>
      inside((trx) => trx.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirstOrThrow()),
    delivery: (id: string) =>
      inside((trx) => trx.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()),
    drafts: (person: Person) =>
      inside(async (trx) => {
        const rows = await trx.selectFrom('drafts').select('text').where('member_id', '=', members[person]).execute()
        return rows.map(({ text }) => text)
      }),
    notices: (person: Person) =>
      inside(async (trx) => {
        const rows = await trx
          .selectFrom('notifications')
          .select('kind')
          .where('member_id', '=', members[person])
          .orderBy('created_at')
          .orderBy('id')
          .execute()
        return rows.map(({ kind }) => kind)
      }),
    events: (like = 'approval.%') =>
      inside(async (trx) => {
        const rows = await trx.selectFrom('events').select('name').where('name', 'like', like).orderBy('id').execute()
        return rows.map(({ name }) => name)
      }),
    /** The customer writes once more. */
    says: (text: string) =>
      inside((trx) =>
        trx
          .insertInto('messages')
          .values({
            ...{ id: desk.newId(), workspace_id: workspaceId, account_id: accountId, external_id: desk.newId() },
            ...{ conversation_id: mention.conversationId, direction: 'in', kind: 'reply', audience: 'public', text },
            ...{ sent_at: new Date(desk.now()), received_at: new Date(desk.now()) },
          })
          .execute(),
      ),
    /** A charter in force that says so. */
    charter: (more: Partial<Charter>) =>
      inside((trx) => {
        const known = { name: 'Fleurs du Port', week: [], networks: [], ownHosts: [], otherBrands: [] }
        const plain = {
          autonomy: [],
          sensitiveSubjects: [],
          reservedWords: [],
          reservedSubjects: [],
          signature: 'none',
        } as const
        const waiting = { amountAboveCents: null, reachAbove: null, accountIds: [], escalateAt: 0.4 }
        const at = new Date(desk.now())
        return trx
          .insertInto('charter_versions')
          .values({
            ...{ id: desk.newId(), workspace_id: workspaceId, number: 1, member_id: members.maud },
            ...{ created_at: at, edited_at: at, in_force_at: at },
            charter: JSON.stringify({ ...starterCharter('fr', known), ...plain, waiting, ...more }),
          })
          .execute()
      }),
    [Symbol.asyncDispose]: () => db.close(),
  }
}

export type WaitingReply = Awaited<ReturnType<typeof waitingReply>>
