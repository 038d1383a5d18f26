import type { ReceiptIn } from '../connector.ts'
import type { Trouble } from './answer.ts'
import { fetchFollowers } from './fetch-views.ts'
import type { Notice, NoticeEntry } from './notifications.ts'
import type { Account } from './signed-in.ts'
import { fetchThreads, findAbove, findParent } from './thread-above.ts'

/** The network's own fault on this very question: asking again would fail again, and a message matters more than its surroundings. */
const isPoison = (trouble: Trouble): boolean => trouble.kind === 'failure' && [400, 500].includes(trouble.status)

const orNothing = <T>(found: Map<string, T> | { trouble: Trouble }): Map<string, T> | { trouble: Trouble } =>
  'trouble' in found && isPoison(found.trouble) ? new Map<string, T>() : found

/** Gives each mention what an agent needs to see around it (images, thread above, reach of its author), so that reading needs no network. */
export const hydrate = async (
  account: Account,
  entries: readonly NoticeEntry[],
  signal: AbortSignal,
): Promise<ReceiptIn[] | { trouble: Trouble }> => {
  const notices = entries.flatMap(({ notice }) => notice ?? [])
  const parents = notices.flatMap(({ record }) => findParent(record) ?? [])
  const uris = notices.map(({ uri }) => uri)
  const views = orNothing(await fetchThreads(account, uris, parents, signal))
  if ('trouble' in views) return views
  const dids = [...new Set(notices.map(({ author }) => author.did))]
  const followers = orNothing(await fetchFollowers(account, dids, signal))
  if ('trouble' in followers) return followers

  const bodyOf = ({ uri, cid, indexedAt, reason, author, record }: Notice): Record<string, unknown> => {
    const embed = views.get(uri)?.embed
    const count = followers.get(author.did)
    return {
      kind: 'post',
      ...{ reason, uri, cid, author, record, indexedAt },
      above: findAbove(views, record),
      ...(embed === undefined ? {} : { embed }),
      ...(count === undefined ? {} : { followers: count }),
    }
  }
  return entries.map(({ id, notice, raw }) => ({ key: id.slice(0, 1000), body: notice ? bodyOf(notice) : raw }))
}
