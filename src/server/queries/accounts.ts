import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'

/** The accounts of the brand, the closed ones too: their history keeps its name and colour. */
export const listAccounts = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const rows = await trx.selectFrom('channel_accounts').selectAll().orderBy('connected_at').execute()
    return {
      accounts: rows.map((row) => ({
        id: row.id,
        connector: row.connector,
        network: desk.registry.get(row.connector)?.network ?? row.connector,
        handle: row.handle,
        displayName: row.display_name,
        avatarUrl: row.avatar_url,
        colour: row.colour,
        state: row.state,
      })),
    }
  })
