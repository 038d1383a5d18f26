import type pg from 'pg'

/**
 * A restored desk never sends by surprise. What was on its way out when the export was made may have left since, from the desk that
 * went on: each such delivery waits for a person, who looks at the network and says whether it is there (G4). Returns how many.
 */
export const settleRestored = async (client: pg.ClientBase, now: Date): Promise<number> => {
  const { rowCount } = await client.query(
    `with doubtful as (
       update deliveries
       set state = 'to-check', reason = 'restored', next_at = null, doubt_since = coalesce(doubt_since, $1),
           lease_token = null, lease_until = null, last_token = last_token + 1
       where state in ('held', 'queued', 'sending', 'unknown')
       returning id, workspace_id, account_id, case_id, conversation_id
     )
     insert into events (workspace_id, at, name, account_id, case_id, conversation_id, data)
     select workspace_id, $1, 'delivery.to-check', account_id, case_id, conversation_id,
            jsonb_build_object('deliveryId', id, 'why', 'restored')
     from doubtful`,
    [now],
  )
  return rowCount ?? 0
}
