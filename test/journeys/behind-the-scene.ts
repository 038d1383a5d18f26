import type { PoolClient } from 'pg'
import type { Desk } from './desk.ts'

/** What a stage-hand does behind the scene, all at once. */
export const behindTheScene = async (
  { desk }: { desk: Desk },
  work: (client: PoolClient) => Promise<void>,
): Promise<void> => {
  const client = await desk.database.owner.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('app.maintenance', 'on', true)")
    await work(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** People react within a minute, which nobody here can wait for: what they are about to do, they do now. */
export const letThemReact = (scene: { desk: Desk }): Promise<void> =>
  behindTheScene(scene, async (client) => {
    await client.query(
      `update connector_memory set value = jsonb_set(value, '{plans}', (
         select coalesce(jsonb_agg(case when plan ? 'because' then plan || jsonb_build_object('at', value->'tickedAt') else plan end), '[]')
         from jsonb_array_elements(value->'plans') as plan))
       where key = 'town'`,
    )
    await client.query('update channel_accounts set next_poll_at = now() where next_poll_at > now()')
  })
