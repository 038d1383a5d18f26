import { z } from 'zod'
import type { Tools } from '../connector.ts'
import { type Answer, isFailure, type Trouble, tellTrouble } from './answer.ts'
import { askServer } from './xrpc.ts'

export interface Tokens {
  did: string
  handle: string
  access: string
  refresh: string
  /** The account's own server, where the large services spread their accounts over many. */
  server: string
  /** False when the service says that the account is suspended, deactivated or taken down. */
  active: boolean
}

export type SignedIn = { tokens: Tokens } | { trouble: Trouble }

const sessionSchema = z.object({
  did: z.string().startsWith('did:').max(400),
  handle: z.string().max(300),
  accessJwt: z.string().max(8000),
  refreshJwt: z.string().max(8000),
  active: z.boolean().optional(),
  didDoc: z.unknown().optional(),
})

const documentSchema = z.object({
  service: z.array(z.object({ id: z.string(), serviceEndpoint: z.unknown().optional() })).max(50),
})

/** Where the account lives, as its own document says; the service itself when it says nothing usable. */
export const findServer = (document: unknown, service: string): string => {
  const parsed = documentSchema.safeParse(document)
  const entry = parsed.data?.service.find(({ id }) => id.endsWith('#atproto_pds'))
  const endpoint = typeof entry?.serviceEndpoint === 'string' ? entry.serviceEndpoint : ''
  if (!URL.canParse(endpoint)) return service
  const { protocol, origin } = new URL(endpoint)
  return protocol === 'https:' || protocol === new URL(service).protocol ? origin : service
}

const read = (answer: Answer, service: string): SignedIn => {
  if (answer.kind !== 'answer') return { trouble: answer }
  const parsed = sessionSchema.safeParse(answer.data)
  if (!parsed.success)
    return { trouble: { kind: 'doubt', garbled: true, detail: 'the sign-in was answered with something else' } }
  const { did, handle, accessJwt, refreshJwt, active, didDoc } = parsed.data
  const server = findServer(didDoc, service)
  return { tokens: { did, handle, access: accessJwt, refresh: refreshJwt, server, active: active !== false } }
}

const SUSPENDED = ['AccountTakedown', 'AccountSuspended', 'RepoTakendown']

/** A sign-in that the service turned down, as a reason for a person; null when it is only a matter of time. */
export const whySignedOut = (trouble: Trouble): string | null => {
  if (trouble.kind === 'signed-out') return trouble.reason
  if (isFailure(trouble, ...SUSPENDED)) return 'account-suspended'
  if (isFailure(trouble, 'AccountDeactivated', 'RepoDeactivated')) return 'account-deactivated'
  if (isFailure(trouble, 'AuthFactorTokenRequired')) return 'app-password-needed'
  if (isFailure(trouble, 'AuthenticationRequired', 'InvalidIdentifierOrPassword')) return 'wrong-password'
  return null
}

const repoStatus = z.object({ active: z.boolean(), status: z.string().max(100).optional() })

/** Why an account is closed, as the service tells anybody who asks; null when it is open, or nothing is said. */
export const findClosure = async (
  tools: Tools,
  service: string,
  did: string,
  signal: AbortSignal,
): Promise<string | null> => {
  const answer = await askServer(tools, service, { method: 'com.atproto.sync.getRepoStatus', params: { did } }, signal)
  const status = answer.kind === 'answer' ? repoStatus.safeParse(answer.data).data : undefined
  if (!status || status.active) return null
  return status.status === 'deactivated' ? 'account-deactivated' : 'account-suspended'
}

export interface Credentials {
  service: string
  identifier: string
  password: string
}

export const signIn = async (tools: Tools, credentials: Credentials, signal: AbortSignal): Promise<SignedIn> => {
  const { service, identifier, password } = credentials
  const input = { identifier, password }
  return read(await askServer(tools, service, { method: 'com.atproto.server.createSession', input }, signal), service)
}

export const refreshTokens = async (
  tools: Tools,
  held: Tokens,
  service: string,
  signal: AbortSignal,
): Promise<SignedIn> => {
  const ask = { method: 'com.atproto.server.refreshSession', input: {}, token: held.refresh }
  const renewed = read(await askServer(tools, held.server, ask, signal), service)
  return 'tokens' in renewed ? { tokens: { ...renewed.tokens, server: held.server } } : renewed
}

/** The trouble of a sign-in as the trouble of the question that needed it: that question was never asked. */
export const beforeAsking = (trouble: Trouble): Trouble => {
  const reason = whySignedOut(trouble)
  if (reason !== null) return { kind: 'signed-out', reason, detail: tellTrouble(trouble) }
  if (trouble.kind === 'failure' && trouble.status === 429) return trouble
  const retryAt = 'retryAt' in trouble ? trouble.retryAt : undefined
  return { kind: 'unsent', detail: `sign-in: ${tellTrouble(trouble)}`, ...(retryAt === undefined ? {} : { retryAt }) }
}
