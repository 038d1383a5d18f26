import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

const MOST_OPEN = 30

const asLanguage = (code: string | null): 'fr' | 'en' | null => (code === 'fr' || code === 'en' ? code : null)

type Rule = Row<'routing_rules'>

/** The table holds one target a row. */
const targetOf = ({ skill, department_id: departmentId, member_id: memberId }: Rule) =>
  skill !== null
    ? { kind: 'skill' as const, skill }
    : departmentId !== null
      ? { kind: 'department' as const, departmentId }
      : { kind: 'member' as const, memberId: memberId ?? '' }

/** In the brand's own order. */
const rulesOf = async (trx: Trx, workspaceId: string) => {
  const rows = await trx
    .selectFrom('routing_rules')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ words: row.words, connector: row.connector, accountId: row.account_id, to: targetOf(row) },
    language: asLanguage(row.language),
  }))
}

/** How new cases find an owner in this brand: off until a manager says otherwise. */
export const routingOf = async (trx: Trx, workspaceId: string) => {
  const row = await trx
    .selectFrom('routings')
    .select(['gives', 'most_open', 'skills'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  const hands = await trx
    .selectFrom('routing_hands')
    .select(['member_id', 'languages', 'account_ids', 'skills'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('member_id')
    .execute()
  return {
    ...{ gives: row?.gives ?? false, mostOpen: row?.most_open ?? MOST_OPEN },
    hands: hands.map(({ member_id: memberId, languages, account_ids: accountIds, skills }) => ({
      memberId,
      languages: languages.filter((one) => one === 'fr' || one === 'en'),
      accountIds,
      skills,
    })),
    skills: row?.skills ?? [],
    rules: await rulesOf(trx, workspaceId),
  }
}

export const readRouting = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, (trx) => routingOf(trx, actor.workspaceId))
