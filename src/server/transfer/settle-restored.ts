import type pg from 'pg'

/**
 * Nor does it let out by surprise what the desk that went on may have approved since: a reply that waited for a second person is its
 * writer's draft again, above what is there, and is asked for anew (V1).
 */
const giveBackRequests = async (client: pg.ClientBase, now: Date): Promise<void> => {
  await client.query(
    `with back as (
       update approvals set state = 'withdrawn', decided_at = $1, fold = jsonb_set(fold, '{status}', '"withdrawn"')
       where state = 'waiting' returning *
     ), told as (
       insert into events (workspace_id, at, name, account_id, case_id, conversation_id, data)
       select workspace_id, $1, 'approval.withdrawn', account_id, case_id, conversation_id,
              jsonb_build_object('approvalId', id, 'why', 'restored')
       from back
     )
     insert into drafts (id, workspace_id, case_id, member_id, audience, text, updated_at)
     select gen_random_uuid(), workspace_id, case_id, writer_id, audience, string_agg(asked_text, E'\n\n' order by asked_at), $1
     from back group by workspace_id, case_id, writer_id, audience
     on conflict (case_id, member_id, audience) do update
       set text = excluded.text || E'\n\n' || drafts.text, version = drafts.version + 1, updated_at = excluded.updated_at`,
    [now],
  )
}

/** Nor does it tell its members again what the desk that went on has told them: what is in their lists stays there, and goes nowhere else. */
const silenceNotices = async (client: pg.ClientBase, now: Date): Promise<void> => {
  await client.query('update notifications set weighed_at = $1 where weighed_at is null', [now])
  await client.query(
    `update tellings set state = 'dropped', reason = 'restored', due_at = null, lease_until = null, settled_at = $1
     where due_at is not null`,
    [now],
  )
}

/** Nor does it go on telling those whom the desk that went on has told since: a person looks, then takes it up again or ends it (C2). */
const pauseOutreaches = async (client: pg.ClientBase, now: Date): Promise<void> => {
  await client.query(
    `with paused as (update outreaches set state = 'paused' where state = 'running' returning id, workspace_id, incident_id)
     insert into events (workspace_id, at, name, data)
     select workspace_id, $1, 'outreach.paused', jsonb_build_object('outreachId', id, 'incidentId', incident_id, 'why', 'restored') from paused`,
    [now],
  )
}

/** Nor does it let scheduled words leave that the desk that went on may have let leave already: each asks a person (W1). */
const askScheduled = async (client: pg.ClientBase, now: Date): Promise<void> => {
  await client.query(
    `with asking as (
       update scheduled_posts set state = 'asks', why = 'late', asked_at = $1, detail = '{"restored": true}'
       where state = 'planned' returning *
     )
     insert into events (workspace_id, at, name, account_id, case_id, conversation_id, data)
     select workspace_id, $1, 'statement.kept-in', account_id, case_id, conversation_id,
            jsonb_build_object('scheduledId', id, 'statementId', statement_id, 'why', 'restored')
     from asking`,
    [now],
  )
}

/**
 * A restored desk never sends by surprise. What was on its way out when the export was made may have left since, from the desk that
 * went on: each such delivery waits for a person, who looks at the network and says whether it is there (G4). Returns how many.
 */
export const settleRestored = async (client: pg.ClientBase, now: Date): Promise<number> => {
  await giveBackRequests(client, now)
  await silenceNotices(client, now)
  await pauseOutreaches(client, now)
  await askScheduled(client, now)
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
