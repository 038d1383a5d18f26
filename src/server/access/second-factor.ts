import { sql } from 'kysely'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { stepOf } from './codes.ts'
import type { Permission } from './permissions.ts'
import { hashRecoveryCode } from './recovery.ts'

export const secretPlaceOf = (memberId: string): string => `code_makers|secret|${memberId}`

/** What lets words out under the brand's name: it needs more than a password that somebody may have learnt. */
const speaking: ReadonlySet<Permission> = new Set<Permission>(['reply.send', 'approval.give', 'statement.give'])

export const letsWordsOut = (permission: Permission): boolean => speaking.has(permission)

/** Whether a member has a second factor that counts: confirmed codes, or a passkey. */
export const hasSecondFactor = async (db: Pick<Trx, 'selectFrom'>, memberId: string): Promise<boolean> => {
  const codes = await db
    .selectFrom('code_makers')
    .select('member_id')
    .where('member_id', '=', memberId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (codes !== undefined) return true
  return (
    (await db.selectFrom('passkeys').select('id').where('member_id', '=', memberId).executeTakeFirst()) !== undefined
  )
}

/**
 * Whether the brand asks for one: always, or from the moment an account is connected whose words leave this desk. Practice is open to a
 * newcomer as they are.
 */
const asksSecondFactor = async (trx: Trx, desk: Desk, workspaceId: string): Promise<boolean> => {
  const { second_factor: policy } = await trx
    .selectFrom('workspaces')
    .select('second_factor')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  if (policy !== 'when-real') return policy === 'always'
  const rows = await trx
    .selectFrom('channel_accounts')
    .select('connector')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('disconnected_at', 'is', null)
    .execute()
  return rows.some(({ connector }) => desk.registry.get(connector)?.practice !== true)
}

export const isSecondFactorRequired = (desk: Desk, workspaceId: string): Promise<boolean> =>
  inWorkspace(desk.db, workspaceId, (trx) => asksSecondFactor(trx, desk, workspaceId))

/** Whether a member could not speak for the brand now, for want of one; asked in a transaction of theirs or of the desk's own. */
export const lacksSecondFactor = async (
  trx: Trx,
  desk: Desk,
  workspaceId: string,
  memberId: string,
): Promise<boolean> => !(await hasSecondFactor(trx, memberId)) && (await asksSecondFactor(trx, desk, workspaceId))

export const isSecondFactorMissing = async (desk: Desk, workspaceId: string, memberId: string): Promise<boolean> =>
  !(await hasSecondFactor(desk.db.app, memberId)) && (await isSecondFactorRequired(desk, workspaceId))

/** Takes a code of the member's telephone, or one of their recovery codes: each once, whoever comes first. */
export const spendCode = async (desk: Desk, trx: Trx, memberId: string, code: string): Promise<boolean> => {
  const maker = await trx
    .selectFrom('code_makers')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('confirmed_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (maker !== undefined) {
    const secret = desk.seal.open('code-maker', secretPlaceOf(memberId), maker.secret)
    const step = stepOf(secret, code, desk.now(), maker.last_step)
    if (step !== null) {
      await trx.updateTable('code_makers').set({ last_step: step }).where('member_id', '=', memberId).execute()
      return true
    }
  }
  const hash = hashRecoveryCode(code)
  if (hash === null) return false
  const { rows } = await sql`update recovery_codes set used_at = ${new Date(desk.now()).toISOString()}
    where member_id = ${memberId} and code_hash = ${hash} and used_at is null returning member_id`.execute(trx)
  return rows.length === 1
}
