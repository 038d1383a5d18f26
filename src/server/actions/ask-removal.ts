import { MODERATION_CAUSES, type ModerationCause } from '#core/charter/moderation-cause.ts'
import { statementOfReasons } from '#core/moderation/statement-of-reasons.ts'
import { may } from '#server/access/permissions.ts'
import { teamOf } from '#server/approvals/team.ts'
import { evidenceOf } from '#server/case-file/evidence.ts'
import { publicMessage } from '#server/case-file/public-message.ts'
import { recordDeed } from '#server/case-file/record.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND, type Refused } from '#server/desk.ts'
import { charterInForce } from '#server/queries/charter-in-force.ts'

interface Removal {
  id: string
  cause: ModerationCause
  reason: string
}

const dayIn = (language: 'fr' | 'en', at: Date): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at)

/** Asks for a lawful removal. The evidence is kept now, before anybody does anything; a second person decides (D1). */
export const askRemoval = (desk: Desk, actor: Actor, input: Removal) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const found = await publicMessage(trx, input.id)
    if (found === undefined || found.message.direction !== 'in') return NOT_FOUND
    const { message, account, caseId } = found
    if (message.deleted_at !== null) return { refused: 'message-gone' } satisfies Refused
    const { charter } = await charterInForce(trx)
    const causes: readonly ModerationCause[] = charter?.moderationCauses ?? MODERATION_CAUSES
    if (!causes.includes(input.cause)) return { refused: 'not-a-cause' } satisfies Refused
    await trx.selectFrom('cases').select('id').where('id', '=', caseId).forUpdate().execute()
    const underWay = await trx
      .selectFrom('removals')
      .select('id')
      .where('message_id', '=', message.id)
      .where('state', 'in', ['asked', 'confirmed', 'hidden'])
      .executeTakeFirst()
    if (underWay !== undefined) return { refused: 'removal-under-way' } satisfies Refused
    const brand = await trx
      .selectFrom('workspaces')
      .select('name')
      .where('id', '=', actor.workspaceId)
      .executeTakeFirstOrThrow()
    const { evidence, sha256 } = await evidenceOf(trx, message, account, at)
    const statement = statementOfReasons({
      ...{ cause: input.cause, reason: input.reason, brand: brand.name, permalink: message.permalink },
      network: desk.registry.get(account.connector)?.network ?? account.connector,
      writtenAt: { fr: dayIn('fr', message.sent_at), en: dayIn('en', message.sent_at) },
    })
    const id = desk.newId()
    await trx
      .insertInto('removals')
      .values({
        ...{ id, workspace_id: actor.workspaceId, message_id: message.id, case_id: caseId, cause: input.cause },
        ...{ reason: input.reason, evidence: JSON.stringify(evidence), evidence_hash: sha256, state: 'asked' },
        ...{ statement_fr: statement.fr, statement_en: statement.en, asked_by: actor.memberId, asked_at: new Date(at) },
      })
      .execute()
    const team = await teamOf(trx, actor.workspaceId, at)
    await recordDeed(trx, desk, {
      ...{ name: 'removal.asked', workspaceId: actor.workspaceId, caseId, memberId: actor.memberId },
      data: { removalId: id, messageId: message.id, cause: input.cause, sha256: sha256.toString('hex') },
      tell: team.members.filter(({ role }) => may(role, 'removal.confirm')).map(({ memberId }) => memberId),
    })
    return { id }
  })
