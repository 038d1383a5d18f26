import type { PoolClient } from 'pg'
import { learnBucket } from '#core/surge/learn-bucket.ts'
import { type Series, startSeries } from '#core/surge/series.ts'
import { DAY_MS } from '#core/time.ts'
import { BUCKET_MS } from '#server/alerts/follow-series.ts'
import { behindTheScene } from '../behind-the-scene.ts'
import type { Scene } from '../journey.ts'
import { eventually } from '../patience.ts'
import type { Person } from '../person.ts'

/** Three days of a small shop, with four messages an hour. */
const ordinaryDays = (until: number): Series => {
  let series = startSeries('Europe/Paris', BUCKET_MS)
  for (let n = (3 * DAY_MS) / BUCKET_MS; n > 0; n -= 1)
    series = learnBucket(series, { at: until - n * BUCKET_MS, count: n % 3 === 0 ? 1 : 0 })
  return series
}

/** Its people live ten times as fast as real ones, whom nobody here can wait for. */
const setPace = async (client: PoolClient, pace: 'calm' | 'storm' | 'paused'): Promise<void> => {
  await client.query('update channel_accounts set settings = settings || $1, next_poll_at = now()', [
    JSON.stringify({ pace, scale: 0.1 }),
  ])
}

/** A town that keeps still, beside a desk that has known it for three ordinary days. */
export const connectTown = async (scene: Scene, { call }: Person): Promise<void> => {
  scene.part('three ordinary days')
  const credentials = { brand: 'Fleurs du Port', trade: 'florist', pace: 'paused' }
  const { id } = await call.connectChannel({ connector: 'practice', credentials })
  await eventually(() =>
    behindTheScene(scene, async (client) => {
      // As the watch does, so that it looks before or after, and never meanwhile.
      await client.query(
        `select pg_advisory_xact_lock(hashtext('watch'), hashtext(workspace_id::text)) from channel_accounts`,
      )
      const now = Date.now()
      const bucketAt = now - (now % BUCKET_MS)
      const known = await client.query(
        'update surge_series set series = $1, bucket_at = $2 where account_id = $3 or account_id is null',
        [JSON.stringify(ordinaryDays(bucketAt)), new Date(bucketAt), id],
      )
      if (known.rowCount !== 2) throw new Error('the watch does not know the account yet')
    }),
  )
}

/** The town has been speaking for half a minute when the desk looks; the same town always says the same. */
export const letTownSpeak = (scene: Scene): Promise<void> =>
  eventually(() =>
    behindTheScene(scene, async (client) => {
      const town = await client.query(
        `update connector_memory set value = value
           || jsonb_build_object('seed', 'pivoines', 'tickedAt', (value->>'tickedAt')::bigint - 30000)
         where key = 'town'`,
      )
      if (town.rowCount !== 1) throw new Error('the town is not there yet')
      await setPace(client, 'storm')
    }),
  )

/** The town has said what it had to say, and goes back to its day. */
export const letTownCalmDown = (scene: Scene): Promise<void> =>
  behindTheScene(scene, (client) => setPace(client, 'calm'))

/** Night falls on the town: nobody writes any more. */
export const letTownSleep = (scene: Scene): Promise<void> =>
  behindTheScene(scene, (client) => setPace(client, 'paused'))

/**
 * Time that nobody here can wait for: the affair began so much earlier, and its messages are as much older. What customers were promised
 * stays as it is.
 */
export const letGoBy = (scene: Scene, minutes: number): Promise<void> =>
  behindTheScene(scene, async (client) => {
    await client.query('alter table incidents disable trigger incidents_kept')
    await client.query('update incidents set declared_at = declared_at - make_interval(mins => $1)', [minutes])
    await client.query('alter table incidents enable trigger incidents_kept')
    await client.query('update incident_mentions set sent_at = sent_at - make_interval(mins => $1)', [minutes])
  })

/** The hour that was chosen for what is planned, which nobody here can wait for. */
export const letItsHourCome = (scene: Scene): Promise<void> =>
  behindTheScene(scene, async (client) => {
    await client.query(`update scheduled_posts set leaves_at = now() where state = 'planned'`)
  })

/** The minute after which what was published is looked at again, and more people may be told. */
export const letAMinutePass = (scene: Scene): Promise<void> =>
  behindTheScene(scene, async (client) => {
    await client.query('update statement_posts set check_at = now() where check_at is not null')
    await client.query(
      `update outreach_people set given_at = given_at - interval '1 minute' where given_at is not null`,
    )
  })
