import type { Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import type { Place } from './claim.ts'
import type { Addressee } from './message.ts'
import type { Subscription } from './outside.ts'

/** Where a device's address is sealed. */
export const devicePlace = (id: string): string => `notification_devices|subscription|${id}`

export const addresseeOf = async (trx: Trx, place: Place): Promise<Addressee> => {
  const member = await trx
    .selectFrom('members')
    .select(['name', 'email', 'language'])
    .where('id', '=', place.member_id)
    .executeTakeFirstOrThrow()
  const { name: brand } = await trx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', place.workspace_id)
    .executeTakeFirstOrThrow()
  const language = member.language === 'en' ? 'en' : 'fr'
  return { name: member.name, email: member.email, language, brand, workspaceId: place.workspace_id }
}

/** The address and keys of a browser; null when it was removed. */
export const subscriptionOf = async (trx: Trx, desk: Pick<Desk, 'seal'>, id: string): Promise<Subscription | null> => {
  const row = await trx
    .selectFrom('notification_devices')
    .select('subscription')
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : JSON.parse(desk.seal.open('push-device', devicePlace(id), row.subscription))
}
