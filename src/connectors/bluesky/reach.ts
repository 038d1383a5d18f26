import { z } from 'zod'
import type { PersonFacts } from '#core/privacy/private-way.ts'
import type { Account } from './signed-in.ts'

/** The service that carries private messages; the account's own server passes the question on. */
const CHAT = 'did:web:api.bsky.chat#bsky_chat'

const profile = z.object({
  associated: z.object({ chat: z.object({ allowIncoming: z.string() }).optional() }).optional(),
  viewer: z
    .object({
      blockedBy: z.boolean().optional(),
      blocking: z.string().optional(),
      blockingByList: z.unknown().optional(),
      followedBy: z.string().optional(),
    })
    .optional(),
})

const availability = z.object({ canChat: z.boolean() })

const unknown: PersonFacts = { canReceive: null }

/**
 * Whether the network would carry a private message to this person (P2): the chat service itself when it answers, else what the person
 * has declared. Who declared nothing receives from those they follow.
 */
export const findReach = async (account: Account, did: string, signal: AbortSignal): Promise<PersonFacts> => {
  const shown = await account.ask({ method: 'app.bsky.actor.getProfile', params: { actor: did } }, signal)
  const person = shown.kind === 'answer' ? profile.safeParse(shown.data).data : undefined
  if (!person) return unknown
  const { viewer, associated } = person
  if (viewer?.blockedBy === true || viewer?.blocking !== undefined || viewer?.blockingByList !== undefined) {
    return { canReceive: false, whyNot: 'blocked' }
  }
  const declared = associated?.chat?.allowIncoming ?? 'following'
  const question = { method: 'chat.bsky.convo.getConvoAvailability', params: { members: [did] }, proxy: CHAT }
  const asked = await account.ask(question, signal)
  const canChat = asked.kind === 'answer' ? availability.safeParse(asked.data).data?.canChat : undefined
  const why = declared === 'none' ? 'recipient-closed' : 'not-mutual'
  if (canChat !== undefined) return canChat ? { canReceive: true } : { canReceive: false, whyNot: why }
  if (declared === 'all') return { canReceive: true }
  if (declared === 'none') return { canReceive: false, whyNot: 'recipient-closed' }
  if (declared !== 'following') return unknown
  return viewer?.followedBy === undefined ? { canReceive: false, whyNot: 'not-mutual' } : { canReceive: true }
}
