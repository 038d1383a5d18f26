import type { ImapFlow } from 'imapflow'
import type { Account } from './account.ts'
import { openImap } from './imap.ts'
import type { Trouble } from './trouble.ts'

/** The one connection that polls share: servers do not like to be signed in to twice a minute. */
export const openMailbox = (account: Account) => {
  let kept: ImapFlow | null = null

  /** The connection as it is, when it still answers; otherwise a new one. */
  const open = async (signal: AbortSignal): Promise<{ client: ImapFlow } | { trouble: Trouble }> => {
    if (kept?.usable) {
      const client = kept
      const isAlive = await client.noop().then(
        () => client.usable,
        () => false,
      )
      if (isAlive) return { client }
    }
    kept?.close()
    kept = null
    const opened = await openImap(account, signal)
    if ('client' in opened) kept = opened.client
    return opened
  }

  const close = async (): Promise<void> => {
    const client = kept
    kept = null
    await client?.logout().catch(() => client.close())
  }

  return { open, close }
}
