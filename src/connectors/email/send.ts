import type { SendOutcome } from '#core/delivery/guarantee.ts'
import type { Outgoing } from '../connector.ts'
import type { Account } from './account.ts'
import { compose } from './compose.ts'
import { findFault, refused } from './find-fault.ts'
import { idOfDelivery, rootOfConversation } from './ids.ts'
import { noteAccepted } from './own-copies.ts'
import { rememberOwn } from './remember.ts'
import type { Reply } from './smtp/dialogue.ts'
import { reasonOf } from './smtp/reasons.ts'
import { signIn } from './smtp/sign-in.ts'
import { type Submitted, submit } from './smtp/submit.ts'
import type { Trouble } from './trouble.ts'

const MINUTE_MS = 60_000
/** Servers that put strangers off want them back a little later, not at once. */
const GREYLISTED_MS = 5 * MINUTE_MS
const PERSON_MS = 15 * MINUTE_MS

const tell = ({ code, status, text }: Reply): string =>
  `${code} ${status} ${text}`
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 500)

/** Nothing was sent: no mail of this account would fare better before the server, or a person, has changed something. */
const notSignedIn = ({ reason, detail, needsPerson }: Trouble, now: number): SendOutcome => ({
  kind: 'later',
  reason,
  detail,
  wholeAccount: reason !== 'stopped',
  ...(needsPerson ? { retryAt: now + PERSON_MS } : {}),
})

const declined = (at: Extract<Submitted, { kind: 'declined' }>['at'], reply: Reply, now: number): SendOutcome => {
  const reason = reasonOf(reply)
  const detail = tell(reply)
  // Without the copy nobody could tell afterwards whether the mail was sent.
  if (at === 'own-copy')
    return { kind: 'later', reason: 'own-mailbox-refuses', detail, wholeAccount: true, retryAt: now + PERSON_MS }
  if (reply.code >= 500) return refused(reason, detail)
  const wait = reason === 'greylisted' || at === 'customer' ? { retryAt: now + GREYLISTED_MS } : {}
  return { kind: 'later', reason, detail, ...wait, ...(at === 'sender' ? { wholeAccount: true } : {}) }
}

const outcomeOf = (submitted: Submitted, id: string, now: number): SendOutcome => {
  switch (submitted.kind) {
    case 'accepted':
      return { kind: 'sent', externalId: id, meta: { id } }
    case 'declined':
      return declined(submitted.at, submitted.reply, now)
    case 'broken':
      return { kind: 'later', reason: 'connection-lost', detail: submitted.detail }
    case 'doubt':
      return { kind: 'ambiguous', detail: submitted.detail }
  }
}

/**
 * Sends one mail to the customer, and in the same transaction to our own mailbox: the server takes both or none, so the copy is the proof
 * (see docs/networks/email.md). Its id comes from the delivery's key.
 */
export const send = async (account: Account, outgoing: Outgoing, signal: AbortSignal): Promise<SendOutcome> => {
  const fault = findFault(outgoing)
  if (fault) return fault
  const { tools, address } = account
  if (signal.aborted) return { kind: 'later', reason: 'stopped' }
  const id = idOfDelivery(outgoing.key, address)
  const mail = await compose(account, outgoing)
  await rememberOwn(tools.memory, id, rootOfConversation(outgoing.conversationKey))
  const signedIn = await signIn(account, signal)
  if ('trouble' in signedIn) return notSignedIn(signedIn.trouble, tools.now())
  const most = Number(signedIn.abilities.get('SIZE') ?? 0)
  if (most > 0 && mail.length > most) {
    signedIn.dialogue.close()
    return refused('too-large', `the server takes ${most} bytes a mail at most`)
  }
  const envelope = { from: address, customer: outgoing.to.externalId, ownCopy: address }
  const submitted = await submit(signedIn, envelope, mail)
  signedIn.dialogue.close()
  if (submitted.kind === 'accepted') await noteAccepted(tools.memory, tools.now())
  return outcomeOf(submitted, id, tools.now())
}
