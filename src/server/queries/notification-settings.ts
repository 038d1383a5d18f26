import { sql } from 'kysely'
import { type Choices, defaultChoices, type Means } from '#core/notification/choices.ts'
import { readPushPublicKey } from '#server/access/push-keys.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

/** What members chose in a brand; what was never chosen is the default, in the brand's time zone. */
export const choicesOf = async (
  trx: Trx,
  workspaceId: string,
  memberIds: readonly string[],
): Promise<(memberId: string) => Choices> => {
  const { time_zone: timeZone } = await trx
    .selectFrom('workspaces')
    .select('time_zone')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  const rows =
    memberIds.length === 0
      ? []
      : await trx
          .selectFrom('notification_choices')
          .select(['member_id', 'choices'])
          .where('member_id', 'in', memberIds)
          .execute()
  const kept = new Map(rows.map((row) => [row.member_id, row.choices]))
  const before = defaultChoices(timeZone)
  return (memberId) => {
    const own = kept.get(memberId)
    // A topic that came with a later version has its default until its member says otherwise.
    return own === undefined ? before : { ...own, means: { ...before.means, ...own.means } }
  }
}

interface Trouble {
  means: Means
  reason: string
  made_at: Date
  state: string
}

/** The newest message of each means, where it failed. */
const listTrouble = async (trx: Trx, memberId: string): Promise<readonly Trouble[]> => {
  const { rows } = await sql<Trouble>`
    select distinct on (means) means, reason, made_at, state from tellings
    where member_id = ${memberId} and tries > 0 and state <> 'dropped'
    order by means, made_at desc`.execute(trx)
  return rows.filter(({ state, reason }) => state !== 'sent' && reason !== null)
}

/** One's own choices and devices in a brand, and what did not get through. */
export const readNotificationSettings = (desk: Desk, actor: Actor, mails: boolean) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const { email } = await trx
      .selectFrom('members')
      .select('email')
      .where('id', '=', actor.memberId)
      .executeTakeFirstOrThrow()
    const devices = await trx
      .selectFrom('notification_devices')
      .select(['id', 'name', 'endpoint_hash', 'added_at', 'told_at'])
      .where('member_id', '=', actor.memberId)
      .orderBy('added_at')
      .execute()
    return {
      choices: (await choicesOf(trx, actor.workspaceId, [actor.memberId]))(actor.memberId),
      email: { address: email, ready: mails },
      pushKey: await readPushPublicKey(desk),
      devices: devices.map((row) => ({
        ...{ id: row.id, name: row.name, key: row.endpoint_hash.toString('hex') },
        ...{ addedAt: row.added_at.getTime(), toldAt: row.told_at?.getTime() ?? null },
      })),
      trouble: (await listTrouble(trx, actor.memberId)).map(({ means, reason, made_at, state }) => ({
        ...{ means, reason, at: made_at.getTime(), givenUp: state === 'failed' },
      })),
    }
  })
