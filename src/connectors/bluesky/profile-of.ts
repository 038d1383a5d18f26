import { z } from 'zod'
import type { AuthorProfile } from '#core/mention.ts'
import { profileUrlOf } from './addresses.ts'
import { authorSchema } from './shapes.ts'
import type { Account } from './signed-in.ts'

const profile = authorSchema.extend({ followersCount: z.number().int().nonnegative().optional() })

/** A person as the network shows them now; null when it does not. */
export const findProfile = async (
  account: Account,
  did: string,
  signal: AbortSignal,
): Promise<AuthorProfile | null> => {
  const answer = await account.ask({ method: 'app.bsky.actor.getProfile', params: { actor: did } }, signal)
  const person = answer.kind === 'answer' ? profile.safeParse(answer.data).data : undefined
  if (!person) return null
  const { handle, displayName, avatar, followersCount } = person
  return {
    externalId: person.did,
    handle,
    displayName: displayName || handle,
    profileUrl: profileUrlOf(person.did),
    ...(avatar === undefined ? {} : { avatarUrl: avatar }),
    ...(followersCount === undefined ? {} : { followers: followersCount }),
  }
}
