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

const onlyActive = (signed: SignedIn): SignedIn =>
  'trouble' in signed || signed.tokens.active
    ? signed
    : { trouble: { kind: 'signed-out', reason: 'account-deactivated', detail: 'the account is not active' } }

export const openSignedIn = (tools: Tools, secret: Secret): Account => {
  let held: Tokens | null = null
  let renewing: Promise<SignedIn> | null = null
  let shut: { trouble: Trouble; until: number } | null = null

  const renew = async (worn: Tokens | null, signal: AbortSignal): Promise<SignedIn> => {
    if (worn !== null) {
      const refreshed = await refreshTokens(tools, worn, secret.service, signal)
      // A refusal to refresh is no end: the app password still opens. Anything else is for later.
      const refused = 'trouble' in refreshed && refreshed.trouble.kind === 'failure' && refreshed.trouble.status < 404
      if (!refused) return refreshed
    }
    const signed = await signIn(tools, { ...secret, identifier: secret.did }, signal)
    if ('tokens' in signed || whySignedOut(signed.trouble) !== 'wrong-password') return signed
    // To an app password, a service answers that a suspended account does not exist; its public status says more.
    const reason = await findClosure(tools, secret.service, secret.did, signal)
    const { trouble } = signed
    return reason === null ? signed : { trouble: { kind: 'signed-out', reason, detail: tellTrouble(trouble) } }
  }

  /** Two questions that find the same worn token renew it once. */
  const tokens = async (worn: Tokens | null, signal: AbortSignal): Promise<SignedIn> => {
    if (held !== null && held !== worn) return { tokens: held }
    if (shut !== null && tools.now() < shut.until) return { trouble: shut.trouble }
    renewing ??= renew(worn, signal).finally(() => {
      renewing = null
    })
    const signed = onlyActive(await renewing)
    if ('tokens' in signed) held = signed.tokens
    else if (whySignedOut(signed.trouble) !== null) {
      held = null
      shut = { trouble: signed.trouble, until: tools.now() + PAUSE_MS }
    }
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
