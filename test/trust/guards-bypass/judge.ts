import type { Attempt } from './attempt.ts'
import { graver } from './attempt.ts'
import type { Post } from './networks.ts'

/** What must never be: each is a way in which words got out that should not have, or out without what must be on record. */
export const FORBIDDEN = ['leaked', 'unapproved', 'unread', 'rewritten', 'unrecorded', 'byOutsiders'] as const
export type Fault = (typeof FORBIDDEN)[number]

const READERS: readonly string[] = ['admin', 'manager', 'validator']

/** Who approved these very words, as the log tells it: people who may, other than their writer, each once. */
const approvalsOf = (attempt: Attempt, { id, text }: Post): Promise<number> =>
  attempt.brand.inside(async (trx) => {
    const row = await trx.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirst()
    if (row === undefined || row.state !== 'approved' || row.text !== text) return 0
    const given = await trx
      .selectFrom('events')
      .select(['member_id', 'data'])
      .where('case_id', '=', attempt.caseId)
      .where('name', 'in', ['approval.given', 'approval.approved'])
      .execute()
    const team = await trx
      .selectFrom('memberships')
      .select(['member_id', 'role'])
      .where('workspace_id', '=', row.workspace_id)
      .execute()
    const mayRead = new Set(team.filter(({ role }) => READERS.includes(role)).map(({ member_id }) => member_id))
    const logged = new Set(
      given.filter(({ data }) => (data as { approvalId?: string }).approvalId === id).map(({ member_id }) => member_id),
    )
    const hands = new Set(
      row.approvers.filter((hand) => hand !== row.writer_id && mayRead.has(hand) && logged.has(hand)),
    )
    return hands.size
  })

/** Judges words that somebody outside can read, by what the desk has on record of them. */
export const judge = async (attempt: Attempt, post: Post, isFirst: boolean): Promise<Fault | null> => {
  const { brand, needs, who, words } = attempt
  if (attempt.barred) return 'byOutsiders'
  const row = await brand.inside((trx) =>
    trx.selectFrom('deliveries').selectAll().where('id', '=', post.id).executeTakeFirst(),
  )
  const guard = row?.guard as
    | { reasons?: unknown[]; checkedAt?: number; findings?: { rule: string; severity: string }[] }
    | undefined
  if (row?.case_id !== attempt.caseId || guard?.checkedAt === undefined || guard.findings === undefined) return 'unread'
  if (row.text !== post.text) return 'rewritten'
  const need = needs.get(post.text)
  if (need === undefined) return 'rewritten'
  if (need === 'never' || guard.findings.some(({ severity }) => severity === 'block')) return 'leaked'
  // A warning for a first answer is none for the next one.
  if (
    isFirst &&
    post.text === words.text &&
    words.warns !== undefined &&
    !guard.findings.some(({ rule }) => rule === words.warns)
  )
    return 'unread'
  const byTrainee = row.member_id === brand.members.tom || (attempt.lowered && row.member_id === brand.members[who])
  // Whatever else the guard asked for, it must have had.
  const asked = guard.findings.some(({ severity }) => severity === 'approve') || (guard.reasons ?? []).length > 0
  const wanted = byTrainee || asked ? graver(need, 'one') : need
  const hands = wanted === 'nobody' ? 2 : await approvalsOf(attempt, post)
  if (hands < (wanted === 'two' ? 2 : 1)) return 'unapproved'
  const lines = await brand.inside((trx) =>
    trx.selectFrom('events').select(['name', 'data']).where('case_id', '=', attempt.caseId).execute(),
  )
  const said = lines
    .filter(({ data }) => (data as { deliveryId?: string }).deliveryId === post.id)
    .map(({ name }) => name)
  const expected = attempt.raw ? ['delivery.sent'] : ['delivery.held', 'delivery.sent']
  return expected.every((name) => said.includes(name)) ? null : 'unrecorded'
}
