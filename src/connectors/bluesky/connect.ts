import { z } from 'zod'
import type { Connected, Tools } from '../connector.ts'
import { type Trouble, tellTrouble } from './answer.ts'
import { signIn, whySignedOut } from './session-tokens.ts'
import { askServer } from './xrpc.ts'

/** Copied handles carry an @ and marks that turn the direction of writing. */
const cleanHandle = (handle: string): string =>
  handle
    .replace(/[\p{Cf}\p{Cc}\s]/gu, '')
    .replace(/^@/, '')
    .toLowerCase()

const cleanService = (service: string): string | null => {
  const address = service.trim().includes('://') ? service.trim() : `https://${service.trim()}`
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? new URL(address).origin : null
}

const scopeSchema = z.object({ scope: z.string() })

/** What a token allows, when it can be read; the service alone can check it, so nothing else rests on this. */
const findScope = (token: string): string | null => {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    return scopeSchema.safeParse(payload).data?.scope ?? null
  } catch {
    return null
  }
}

const refused = (reason: string, detail: string): Connected => ({ kind: 'refused', reason, detail })

const refusalOf = (trouble: Trouble): Connected => {
  const detail = tellTrouble(trouble)
  const reason = whySignedOut(trouble)
  if (reason !== null) return refused(reason, detail)
  if (trouble.kind === 'failure' && trouble.status === 429) return refused('too-many-attempts', detail)
  const isStranger = trouble.kind === 'failure' ? trouble.error === '' : trouble.kind === 'doubt' && trouble.garbled
  if (isStranger) return refused('not-a-bluesky-service', detail)
  const isVerdict = trouble.kind === 'failure' && trouble.status < 500
  return refused(isVerdict ? 'wrong-password' : 'service-unreachable', detail)
}

const profileSchema = z.object({
  displayName: z.string().max(700).optional(),
  avatar: z.string().max(2000).optional(),
  description: z.string().max(5000).optional(),
})

/** Signs in with an app password, and only that: the account's own password opens too much, and is handed back at once. */
export const connect = async (
  credentials: Record<string, string>,
  tools: Tools,
  signal: AbortSignal,
): Promise<Connected> => {
  const identifier = cleanHandle(credentials.handle ?? '')
  const password = (credentials.password ?? '').trim()
  const service = cleanService(credentials.service || 'https://bsky.social')
  if (service === null) return refused('bad-address', `not a web address: ${credentials.service?.slice(0, 200)}`)
  if (identifier === '' || password === '') return refused('wrong-password', 'a handle and an app password are needed')
  const signed = await signIn(tools, { service, identifier, password }, signal)
  if ('trouble' in signed) return refusalOf(signed.trouble)
  const { did, handle, access, refresh, server, active } = signed.tokens
  const question = { method: 'app.bsky.actor.getProfile', params: { actor: did }, token: access }
  const asked = await askServer(tools, server, question, signal)
  await askServer(tools, server, { method: 'com.atproto.server.deleteSession', input: {}, token: refresh }, signal)
  if (findScope(access) === 'com.atproto.access') {
    return refused('not-an-app-password', 'this is the password of the account: make an app password in its settings')
  }
  if (!active) return refused('account-deactivated', 'the account is not active')
  const profile = asked.kind === 'answer' ? (profileSchema.safeParse(asked.data).data ?? {}) : {}
  return {
    kind: 'connected',
    account: {
      externalId: did,
      handle,
      displayName: profile.displayName || handle,
      ...(profile.avatar === undefined ? {} : { avatarUrl: profile.avatar }),
      ...(profile.description === undefined ? {} : { profile: { description: profile.description } }),
    },
    secret: { service, did, password },
    settings: { language: credentials.language === 'en' ? 'en' : 'fr' },
  }
}
