import { choosePrivateWay } from '#core/privacy/go-private.ts'
import type { FallbackWay, PersonFacts, PrivateWay } from '#core/privacy/private-way.ts'
import { connectorOf, openChannel } from '#server/channels/open-channel.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'

const ASK_MS = 6_000
/** People open and close their messages: an older answer of the network says nothing about now. */
const TRUSTED_MS = 6 * 3_600_000
const NOT_ASKED: PersonFacts = { canReceive: null }

export interface Known {
  way: PrivateWay
  offers: { kind: FallbackWay['kind']; value: string }[]
  person: PersonFacts
}

/** What is known of the way to this person in private: the network's declared rule, its last answer, and the brand's own ways (P2). */
export const knownWay = async (
  desk: Desk,
  trx: Trx,
  row: Row<'cases'>,
  account: Row<'channel_accounts'>,
): Promise<Known> => {
  const brand = await trx
    .selectFrom('workspaces')
    .select('private_ways')
    .where('id', '=', row.workspace_id)
    .executeTakeFirstOrThrow()
  const conversation = await trx
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', row.conversation_id)
    .executeTakeFirstOrThrow()
  const lastPrivate = (direction: 'in' | 'out') =>
    trx
      .selectFrom('messages')
      .select('sent_at')
      .where('conversation_id', '=', row.conversation_id)
      .where('audience', '=', 'private')
      .where('direction', '=', direction)
      .orderBy('sent_at', 'desc')
      .limit(1)
      .executeTakeFirst()
  const offers = brand.private_ways as Known['offers']
  const fresh = (conversation.private_way_at?.getTime() ?? 0) > desk.now() - TRUSTED_MS
  const person = (fresh ? conversation.private_way : null) ?? NOT_ASKED
  const way = choosePrivateWay(
    connectorOf(desk, account).capabilities.private,
    person,
    {
      audience: row.audience,
      customerWroteAt: (row.last_in_at ?? row.opened_at).getTime(),
      lastPrivateInAt: (await lastPrivate('in'))?.sent_at.getTime() ?? null,
      lastPrivateOutAt: (await lastPrivate('out'))?.sent_at.getTime() ?? null,
    },
    offers,
    desk.now(),
  )
  return { way, offers, person }
}

/** The same, as the guard and the composer offer it: null when the network was not asked or did not answer. */
export const privateWayOf = async (desk: Desk, trx: Trx, row: Row<'cases'>, account: Row<'channel_accounts'>) => {
  const { way, offers } = await knownWay(desk, trx, row, account)
  return { can: way.can ? true : way.why === 'unknown' ? null : false, offers }
}

const askNetwork = async (
  desk: Desk,
  account: Row<'channel_accounts'>,
  author: Row<'authors'>,
): Promise<PersonFacts> => {
  const session = openChannel(desk, account)
  try {
    const answer = session.reachOf?.(
      { externalId: author.external_id, handle: author.handle },
      AbortSignal.timeout(ASK_MS),
    )
    return (await answer) ?? NOT_ASKED
  } catch (error) {
    desk.log.warn({ err: error, account: account.id }, 'the network did not say whether a private message can arrive')
    return NOT_ASKED
  } finally {
    await session.close?.()
  }
}

/** Before anyone types: can a private message reach this person on this network, why not, and what to offer instead (P2). */
export const askPrivateWay = async (desk: Desk, actor: Actor, input: { id: string }) => {
  const found = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await trx.selectFrom('cases').selectAll().where('id', '=', input.id).executeTakeFirst()
    if (row === undefined) return null
    const account = await trx
      .selectFrom('channel_accounts')
      .selectAll()
      .where('id', '=', row.account_id)
      .executeTakeFirstOrThrow()
    const author = await trx.selectFrom('authors').selectAll().where('id', '=', row.author_id).executeTakeFirstOrThrow()
    return { row, account, author }
  })
  if (found === null) return NOT_FOUND
  const { row, account, author } = found
  const depends = connectorOf(desk, account).capabilities.private.privateWay === 'depends-on-person'
  const asked = depends && account.state === 'connected' ? await askNetwork(desk, account, author) : null
  return inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const checkedAt = desk.now()
    if (asked !== null)
      await trx
        .updateTable('conversations')
        .set({ private_way: JSON.stringify(asked), private_way_at: new Date(checkedAt) })
        .where('id', '=', row.conversation_id)
        .execute()
    const { way, offers } = await knownWay(desk, trx, row, account)
    return {
      can: way.can,
      how: way.can ? way.how : null,
      why: way.can ? null : way.why,
      conditions: way.can ? [...way.conditions] : [],
      until: way.can ? way.until : null,
      offers,
      checkedAt,
    }
  })
}
