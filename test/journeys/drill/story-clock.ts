import assert from 'node:assert/strict'
import type { PoolClient } from 'pg'
import type { Database } from '#server/db/database.ts'
import { HEARD } from '#server/drills/desk-acts.ts'
import { eventually } from '../patience.ts'

const asOwner = async <T>(database: Database, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await database.owner.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('app.maintenance', 'on', true)")
    const done = await work(client)
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const one = async <T extends object>(database: Database, sql: string, values: unknown[]): Promise<T> => {
  const { rows } = await asOwner(database, (client) => client.query<T>(sql, values))
  const [row] = rows
  assert.ok(row, sql)
  return row
}

/** Time that was skipped counts as time that a drill stood still, backwards; a desk by itself knows no such thing. */
export const letTimeBeSkipped = (database: Database): Promise<unknown> =>
  asOwner(database, (client) => client.query('alter table drills drop constraint drills_paused_ms_check'))

/** What has not happened yet, though nothing more is needed for it but the desk’s own work. */
const LEFT = `select
  (select count(*) from deliveries where workspace_id = $1 and state in ('held', 'queued', 'sending', 'unknown'))
  + (select count(*) from outreach_people p join outreaches o on o.id = p.outreach_id
    where p.workspace_id = $1 and o.state = 'running' and p.state = 'planned')
  + (select count(*) from connector_memory c join drills d on d.workspace_id = c.workspace_id and d.state = 'running'
    where c.workspace_id = $1 and c.key like 'in/%')
  + (select count(*) from events e join drills d on d.workspace_id = e.workspace_id where e.workspace_id = $1
    and e.name = any($2::text[]) and d.state = 'running'
    and (e.tx, e.id) > (coalesce(d.followed->>'tx', '0')::xid8, coalesce(d.followed->>'id', '0')::bigint))
  + (select count(*) from connector_memory c join drills d on d.workspace_id = c.workspace_id and d.state = 'running'
    where c.workspace_id = $1 and c.key like 'post/%'
    and c.value->>'kind' = 'message' and not exists (select from messages m where m.workspace_id = $1
      and m.external_id = c.value->>'messageId')) as "left"`

/** Waits until everything that was done has left, was heard by the story, and what people say is on the desk. The undo is let go by. */
export const settled = (database: Database, workspaceId: string): Promise<void> =>
  eventually(async () => {
    await asOwner(database, (client) =>
      client.query(
        "update deliveries set ready_at = now(), next_at = now() where workspace_id = $1 and state = 'held' and next_at > now()",
        [workspaceId],
      ),
    )
    const { left } = await one<{ left: string }>(database, LEFT, [workspaceId, [...HEARD]])
    assert.equal(Number(left), 0, `${left} things are still under way`)
  })

/** Goes to a minute of the story: what lies between is let go by, however fast this machine is. */
export const reach = async (database: Database, workspaceId: string, minute: number): Promise<void> => {
  await settled(database, workspaceId)
  // To the minute’s end, so that what happens at its beginning has happened.
  const until = minute + 0.5
  await asOwner(database, (client) =>
    client.query(
      `update drills set paused_ms = least(paused_ms, (extract(epoch from now() - started_at) * 1000
        - $2::float8 * 60000 / compression)::bigint) where workspace_id = $1 and state = 'running'`,
      [workspaceId, until],
    ),
  )
  await eventually(async () => {
    const { there } = await one<{ there: boolean }>(
      database,
      `select state = 'over' or (world->>'now')::float8 >= (world->>'startedAt')::float8 + $2::float8 * 60000 as there
        from drills where workspace_id = $1`,
      [workspaceId, minute],
    )
    assert.ok(there, `the story is not at minute ${minute}`)
  })
  await settled(database, workspaceId)
}

export interface OpenCase {
  id: string
  person: string
  audience: 'public' | 'private'
  owed: boolean
}

/** Everybody’s cases in the drill, the latest first. */
export const casesIn = async (database: Database, workspaceId: string): Promise<OpenCase[]> => {
  const { rows } = await asOwner(database, (client) =>
    client.query<OpenCase>(
      `select c.id, a.external_id as person, c.audience, c.due_at is not null as owed from cases c
        join authors a on a.id = c.author_id where c.workspace_id = $1 order by c.opened_at desc`,
      [workspaceId],
    ),
  )
  return rows
}
