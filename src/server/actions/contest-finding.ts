import { checkDraft } from '#core/guard/check-draft.ts'
import { mayBeRead } from '#core/guard/contest.ts'
import type { RuleCode } from '#core/guard/finding.ts'
import { recordDeed, stillHere } from '#server/case-file/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { begunElsewhere } from './begun-elsewhere.ts'
import { guardInputFor } from './guard-input-for.ts'

interface Contest {
  id: string
  audience: 'public' | 'private'
  text: string
  rule: RuleCode
  code: string
  start: number
  reason: string
}

/**
 * A writer holds a finding to be wrong (V1). What is kept is what the server itself finds in these words, never what the screen says it
 * found; the words may then wait for a second person where such a person may let them go, and stay in where nobody may.
 */
export const contestFinding = (desk: Desk, actor: Actor, input: Contest) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx.selectFrom('cases').selectAll().where('id', '=', input.id).executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const account = await trx
      .selectFrom('channel_accounts')
      .selectAll()
      .where('id', '=', row.account_id)
      .executeTakeFirstOrThrow()
    const { text, audience } = input
    const begunAs = await begunElsewhere(trx, row, actor.memberId, audience)
    const finding = checkDraft(await guardInputFor(desk, trx, row, account, { text, audience, begunAs })).find(
      ({ rule, code, start }) => rule === input.rule && code === input.code && start === input.start,
    )
    if (finding === undefined) return { refused: 'finding-gone' } satisfies Refused
    const id = desk.newId()
    const kept = await trx
      .insertInto('contests')
      .values({
        ...{ id, workspace_id: actor.workspaceId, case_id: row.id, member_id: actor.memberId, audience },
        ...{ rule: finding.rule, code: finding.code, words: text.slice(finding.start, finding.end) },
        ...{ finding: JSON.stringify(finding), reason: input.reason, contested_at: new Date(desk.now()) },
      })
      .onConflict((oc) => oc.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (kept === undefined) return { refused: 'already-contested' } satisfies Refused
    await recordDeed(trx, desk, {
      ...{ name: 'finding.contested', workspaceId: actor.workspaceId, caseId: row.id, memberId: actor.memberId },
      data: { contestId: id, rule: finding.rule, severity: finding.severity },
      tell: await stillHere(trx, actor.workspaceId, []),
    })
    return { id, goesToReader: finding.severity === 'block' && mayBeRead(finding) }
  })
