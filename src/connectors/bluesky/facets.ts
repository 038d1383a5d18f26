import { type AppBskyRichtextFacet, RichText } from '@atproto/api'
import { z } from 'zod'
import type { Trouble } from './answer.ts'
import type { Account } from './signed-in.ts'

type Facet = AppBskyRichtextFacet.Main

/** More people than this are not called by one reply. */
const MOST_MENTIONS = 10

const resolved = z.object({ did: z.string().startsWith('did:').max(400) })

const findDid = async (account: Account, handle: string, signal: AbortSignal): Promise<string | null | Trouble> => {
  const method = 'com.atproto.identity.resolveHandle'
  const answer = await account.ask({ method, params: { handle } }, signal)
  if (answer.kind === 'answer') return resolved.safeParse(answer.data).data?.did ?? null
  // A handle that nobody has is plain text; a server that does not answer is a reason to wait.
  return answer.kind === 'failure' && answer.status === 400 ? null : answer
}

/** Each feature of the network's own type carries the handle where the number of the account must stand. */
const mentionIn = (facet: Facet): string | null => {
  for (const feature of facet.features) {
    if (feature.$type === 'app.bsky.richtext.facet#mention' && 'did' in feature) return String(feature.did)
  }
  return null
}

/**
 * The links, tags and names of a text, as the network wants them marked: by UTF-8 byte. The customer's own handle is known, the others
 * are looked up.
 */
export const findFacets = async (
  account: Account,
  text: string,
  known: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<Facet[] | Trouble> => {
  const rich = new RichText({ text })
  rich.detectFacetsWithoutResolution()
  const dids = new Map<string, string | null>(known)
  const facets: Facet[] = []
  for (const facet of rich.facets ?? []) {
    const handle = mentionIn(facet)?.toLowerCase() ?? null
    if (handle === null) {
      facets.push(facet)
      continue
    }
    if (!dids.has(handle) && dids.size < MOST_MENTIONS) {
      const found = await findDid(account, handle, signal)
      if (typeof found === 'object' && found !== null) return found
      dids.set(handle, found)
    }
    const did = dids.get(handle)
    if (did) facets.push({ ...facet, features: [{ $type: 'app.bsky.richtext.facet#mention', did }] })
  }
  return facets
}
