import type { Tools } from '../connector.ts'
import { type Answer, isFailure, type Trouble, tellTrouble } from './answer.ts'
import type { Secret } from './secret.ts'
import {
  beforeAsking,
  findClosure,
  refreshTokens,
  type SignedIn,
  signIn,
  type Tokens,
  whySignedOut,
} from './session-tokens.ts'
import { openTokenStore } from './token-store.ts'
import { type Ask, askServer } from './xrpc.ts'

export interface Account {
  did: string
  /** Asks the account's server as the brand; signs in, and again when the token is worn, by itself. */
  ask(ask: Omit<Ask, 'token'>, signal: AbortSignal): Promise<Answer>
}

/** A password that was refused is not tried again at once: services lock accounts on which too many attempts are made. */
const PAUSE_MS = 10 * 60_000

const isWorn = (answer: Answer): boolean =>
  isFailure(answer, 'ExpiredToken', 'InvalidToken', 'AuthMissing', 'AuthenticationRequired')

const statusOf = (trouble: Trouble): number => (trouble.kind === 'failure' ? trouble.status : 0)

const onlyActive = (signed: SignedIn): SignedIn =>
  'trouble' in signed || signed.tokens.active
    ? signed
    : { trouble: { kind: 'signed-out', reason: 'account-deactivated', detail: 'the account is not active' } }

export const openSignedIn = (tools: Tools, secret: Secret): Account => {
  const store = openTokenStore(tools, secret)
  let held: Tokens | null = null
  let renewing: Promise<SignedIn> | null = null

  const signInAnew = async (signal: AbortSignal): Promise<SignedIn> => {
    const signed = await signIn(tools, { ...secret, identifier: secret.did }, signal)
    if ('tokens' in signed || whySignedOut(signed.trouble) !== 'wrong-password') return signed
    // To an app password, a service answers that a suspended account does not exist; its public status says more.
    const reason = await findClosure(tools, secret.service, secret.did, signal)
    const { trouble } = signed
    return reason === null ? signed : { trouble: { kind: 'signed-out', reason, detail: tellTrouble(trouble) } }
  }

  const renew = async (worn: Tokens | null, signal: AbortSignal): Promise<SignedIn> => {
    const { tokens, shut } = await store.load()
    // Another session, perhaps in another process, has renewed them already.
    if (tokens !== null && tokens.access !== worn?.access) return { tokens }
    if (shut !== null && tools.now() < shut.until) {
      return { trouble: { kind: 'signed-out', reason: shut.reason, detail: shut.detail } }
    }
    const refreshed = worn && (await refreshTokens(tools, worn, secret.service, signal))
    // A refusal to refresh is no end: the app password still opens. Anything else is for later.
    const isRefused = refreshed && 'trouble' in refreshed && [400, 401, 403].includes(statusOf(refreshed.trouble))
    const signed = onlyActive(refreshed && !isRefused ? refreshed : await signInAnew(signal))
    const reason = 'trouble' in signed ? whySignedOut(signed.trouble) : null
    if ('tokens' in signed) await store.save({ tokens: signed.tokens, shut: null })
    else if (reason !== null) {
      const until = tools.now() + PAUSE_MS
      await store.save({ tokens: null, shut: { reason, detail: tellTrouble(signed.trouble), until } })
    }
    return signed
  }

  /** Two questions that find the same worn token renew it once. */
  const tokens = async (worn: Tokens | null, signal: AbortSignal): Promise<SignedIn> => {
    if (held !== null && held !== worn) return { tokens: held }
    renewing ??= renew(worn, signal).finally(() => {
      renewing = null
    })
    const signed = await renewing
    if ('tokens' in signed) held = signed.tokens
    else if (whySignedOut(signed.trouble) !== null) held = null
    return signed
  }

  const ask: Account['ask'] = async (question, signal) => {
    let worn: Tokens | null = null
    for (let tries = 0; ; tries += 1) {
      const signed = await tokens(worn, signal)
      if ('trouble' in signed) return beforeAsking(signed.trouble)
      const answer = await askServer(tools, signed.tokens.server, { ...question, token: signed.tokens.access }, signal)
      if (!isWorn(answer) || tries === 1) return answer
      worn = signed.tokens
    }
  }
  return { did: secret.did, ask }
}
