import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Account } from './account.ts'
import { closeOn, openImap } from './imap.ts'

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 5 * 60_000
/** Servers and routers forget a connection on which nobody speaks. */
const IDLE_MS = 4 * 60_000

/** One connection, until it breaks: whenever the folder changes, the desk is woken. True when it has been of use. */
const listen = async (account: Account, wake: () => void, signal: AbortSignal): Promise<boolean> => {
  const opened = await openImap(account, signal, IDLE_MS)
  if ('trouble' in opened) {
    account.tools.log.warn({ reason: opened.trouble.reason }, 'the mailbox cannot be watched')
    return false
  }
  const { client } = opened
  closeOn(client, signal)
  const closed = once(client, 'close')
  try {
    await client.mailboxOpen(account.folder, { readOnly: true })
    client.on('exists', wake)
    // Whatever came while nobody was watching.
    wake()
    while (client.usable && !signal.aborted) {
      if ((await Promise.race([client.idle(), closed])) === false) return false
    }
    return true
  } finally {
    client.close()
  }
}

/** Wakes the desk when a mail arrives (IMAP IDLE), and comes back after each break, more and more slowly. A hint only. */
export const watch = async (account: Account, wake: () => void, signal: AbortSignal): Promise<void> => {
  const { random } = account.tools
  for (let failures = 0; !signal.aborted; ) {
    const useful = await listen(account, wake, signal).catch(() => false)
    failures = useful ? 0 : failures + 1
    const wait = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) * (0.5 + random() / 2)
    await pause(wait, null, { signal }).catch(() => null)
  }
}
