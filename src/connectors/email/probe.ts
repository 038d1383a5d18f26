import { setTimeout as pause } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Account } from './account.ts'
import { idOfProbe } from './ids.ts'
import { imapTrouble } from './imap.ts'
import { noteCopySeen } from './own-copies.ts'
import { reasonOf } from './smtp/reasons.ts'
import type { SignedIn } from './smtp/sign-in.ts'
import { type Submitted, submit } from './smtp/submit.ts'
import { type Trouble, trouble } from './trouble.ts'

const LOOKS = 20
const BETWEEN_MS = 500

const probeMail = (address: string, id: string, now: number): Promise<Uint8Array> =>
  new MailComposer({
    from: { name: 'Vigie', address },
    to: { name: '', address },
    subject: 'Vigie',
    messageId: id,
    date: new Date(now),
    headers: { 'Auto-Submitted': 'auto-generated' },
    text: 'Vigie essaie cette boîte : ce message va disparaître.\nVigie tries this mailbox: this message is about to disappear.\n',
    newline: '\r\n',
  })
    .compile()
    .build()

/** Waits for the trial mail, in the folder or in the inbox, and takes it out. */
const awaitProbe = async (
  client: ImapFlow,
  folders: readonly string[],
  id: string,
  signal: AbortSignal,
): Promise<boolean> => {
  for (let look = 0; look < LOOKS && !signal.aborted; look++) {
    for (const folder of folders) {
      await client.mailboxOpen(folder)
      const found = await client.search({ header: { 'message-id': id } }, { uid: true })
      if (!Array.isArray(found) || found.length === 0) continue
      if (client.capabilities.has('UIDPLUS')) await client.messageDelete(found.join(','), { uid: true })
      return true
    }
    await pause(BETWEEN_MS)
  }
  return false
}

const troubleOf = (submitted: Submitted): { trouble: Trouble } | null => {
  if (submitted.kind === 'accepted') return null
  if (submitted.kind !== 'declined') return trouble('unreachable', submitted.detail)
  const { code, status, text } = submitted.reply
  return trouble(code < 500 ? 'busy' : reasonOf(submitted.reply), `${code} ${status} ${text}`, code >= 500)
}

type Tried = { comesBack: boolean } | { imap: Trouble } | { smtp: Trouble }

/**
 * Sends one mail from the brand to itself. It proves in one go that the server takes mail from this address, and that a copy of what is
 * sent comes back to the mailbox, which is how the desk finds out afterwards whether a mail has left. False: it has not come back yet.
 */
export const tryRoundTrip = async (
  account: Account,
  signedIn: SignedIn,
  client: ImapFlow,
  signal: AbortSignal,
): Promise<Tried> => {
  const { address, folder, tools } = account
  const id = idOfProbe(tools.newId(), address)
  const mail = await probeMail(address, id, tools.now())
  try {
    await client.mailboxOpen(folder)
    const envelope = { from: address, customer: address, ownCopy: address }
    const refusal = troubleOf(await submit(signedIn, envelope, mail))
    if (refusal !== null) return { smtp: refusal.trouble }
    const comesBack = await awaitProbe(client, [...new Set([folder, 'INBOX'])], id, signal)
    if (comesBack) await noteCopySeen(tools.memory, tools.now())
    return { comesBack }
  } catch (error) {
    return { imap: imapTrouble(error).trouble }
  }
}
