import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { draftOf } from './statement-draft.ts'
import { factsForEverybody } from './statement-facts.ts'
import { holderOf, someoneElseReads } from './statement-of.ts'

const incidentOf = async (trx: Trx, id: string | undefined) =>
  id === undefined
    ? undefined
    : trx
        .selectFrom('incidents')
        .select(['id', 'title', 'next_public_at', 'closed_at'])
        .where('id', '=', id)
        .executeTakeFirst()

const languageOf = (account: Row<'channel_accounts'>, brand: string): 'fr' | 'en' =>
  (typeof account.settings.language === 'string' ? account.settings.language : brand) === 'en' ? 'en' : 'fr'

/** The thread that the words would follow, on each account that has one. */
const threadsOf = async (trx: Trx, statementId: string | undefined): Promise<Map<string, string>> => {
  if (statementId === undefined) return new Map()
  const posts = await trx
    .selectFrom('statement_posts')
    .select(['account_id', 'conversation_id'])
    .where('statement_id', '=', statementId)
    .execute()
  return new Map(posts.map((post) => [post.account_id, post.conversation_id]))
}

/** All that whoever writes to everybody must have before their eyes (C1, C3, G5). */
export const readStatementDesk = (
  desk: Desk,
  actor: Actor,
  input: { incident?: string | undefined; follows?: string | undefined },
) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const incident = await incidentOf(trx, input.incident)
    if (input.incident !== undefined && incident === undefined) return NOT_FOUND
    const brand = await trx
      .selectFrom('workspaces')
      .select(['name', 'language', 'time_zone', 'private_ways'])
      .where('id', '=', actor.workspaceId)
      .executeTakeFirstOrThrow()
    const accounts = await trx
      .selectFrom('channel_accounts')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('disconnected_at', 'is', null)
      .orderBy('connected_at')
      .orderBy('id')
      .execute()
    const threads = await threadsOf(trx, input.follows)
    const shown = []
    const leftOut: { id: string; why: 'no-public-post' | 'needs-attention' }[] = []
    for (const account of accounts) {
      const connector = desk.registry.get(account.connector)
      if (connector?.capabilities.publicPost !== true) leftOut.push({ id: account.id, why: 'no-public-post' })
      else if (account.state !== 'connected') leftOut.push({ id: account.id, why: 'needs-attention' })
      else {
        const { editOwn, limits } = connector.capabilities
        shown.push({
          ...{ id: account.id, connector: account.connector, language: languageOf(account, brand.language), editOwn },
          limit: limits.public,
          guard: await factsForEverybody(trx, actor.workspaceId, account, desk.now(), {
            ...{ conversationId: threads.get(account.id), incidentId: incident?.id },
          }),
        })
      }
    }
    const holder = incident === undefined ? null : await holderOf(trx, incident.id)
    const contact = (brand.private_ways as { value: string }[])[0]?.value
    return {
      incident:
        incident === undefined
          ? null
          : {
              ...{ id: incident.id, title: incident.title, closed: incident.closed_at !== null },
              nextPublicAt: incident.next_public_at?.getTime() ?? null,
            },
      holder,
      accounts: shown,
      leftOut,
      known: {
        ...(incident === undefined ? {} : { subject: incident.title }),
        ...(contact === undefined ? {} : { contact }),
        ...(holder === null ? {} : { name: holder.name.split(' ')[0] ?? holder.name }),
        brand: brand.name,
      },
      timeZone: brand.time_zone,
      draft: await draftOf(trx, actor, { follows: input.follows, incidentId: incident?.id }),
      isRead: await someoneElseReads(trx, actor.workspaceId, actor.memberId),
    }
  })
