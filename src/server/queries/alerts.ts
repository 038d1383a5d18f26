import { standsOut } from '#core/surge/stands-out.ts'
import { MINUTE_MS } from '#core/time.ts'
import { topics } from '#core/triage/labels.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor, Desk } from '#server/desk.ts'
import { saidGravity } from './said-gravity.ts'

/** What a loop that stands still last said is not what is spoken of now. */
const FRESH_MS = 10 * MINUTE_MS

/** The alerts that are not over, whoever took them, and what nobody hears: an account that is down or silent is not calm (L3, L4). */
export const readAlerts = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const accounts = await trx
      .selectFrom('channel_accounts')
      .select(['id', 'connector', 'handle', 'state'])
      .where('disconnected_at', 'is', null)
      .orderBy('connected_at')
      .orderBy('id')
      .execute()
    const named = accounts.map(({ id, connector, handle, state }) => ({
      account: { id, handle, network: desk.registry.get(connector)?.network ?? connector },
      isDown: state === 'needs-attention',
    }))
    const rows = await trx
      .selectFrom('alerts as a')
      .leftJoin('members as m', 'm.id', 'a.taken_by')
      .leftJoin('alert_gravities as g', 'g.alert_id', 'a.id')
      .selectAll('a')
      .select(['m.name as taker', 'g.gravity', 'g.at as gauged_at'])
      .where('a.over_at', 'is', null)
      .orderBy('a.raised_at')
      .orderBy('a.id')
      .execute()
    const feeds = new Map(
      (await trx.selectFrom('surge_series').select(['account_id', 'feed', 'feed_since']).execute()).map((row) => [
        row.account_id,
        row,
      ]),
    )
    const spoken = await trx
      .selectFrom('radar_series')
      .select(['key', 'height', 'why', 'state'])
      .where('kind', '=', 'topic')
      .where('bucket_at', '>', new Date(desk.now() - FRESH_MS))
      .orderBy('height', 'desc')
      .execute()
    return {
      topics: spoken
        .filter(standsOut)
        .flatMap(({ key }) => topics.find((topic) => topic === key && key !== 'other') ?? []),
      alerts: rows.map((row) => ({
        id: row.id,
        account: named.find(({ account }) => account.id === row.account_id)?.account ?? null,
        topic: row.topic,
        raisedAt: row.raised_at.getTime(),
        bucketAt: row.bucket_at.getTime(),
        score: row.score,
        why: row.why,
        tellings: row.tellings,
        gravity:
          row.gravity === null || row.gauged_at === null ? null : saidGravity(row.gravity, row.gauged_at.getTime()),
        taken:
          row.taken_by === null || row.taken_at === null
            ? null
            : { by: { id: row.taken_by, name: row.taker ?? '' }, at: row.taken_at.getTime() },
      })),
      unheard: named.flatMap(({ account, isDown }) => {
        const feed = feeds.get(account.id)
        if (!isDown && feed?.feed !== 'silent') return []
        const sinceAt = feed === undefined || feed.feed === 'heard' ? null : feed.feed_since.getTime()
        return [{ account, how: isDown ? ('down' as const) : ('silent' as const), sinceAt }]
      }),
      brandSilentSince: feeds.get(null)?.feed === 'silent' ? (feeds.get(null)?.feed_since.getTime() ?? null) : null,
    }
  })
