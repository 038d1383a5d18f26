import { z } from 'zod'
import type { Memory } from '../connector.ts'

const SEEN = 'own-copy/seen'
const ACCEPTED = 'own-copy/accepted'
/** A copy that is not here by then does not come. */
const COPY_LASTS_MS = 5 * 60_000

const instant = async (memory: Memory, key: string): Promise<number | null> =>
  z.number().safeParse(await memory.get(key)).data ?? null

/** A copy of one of our mails has come back to the mailbox: looking there tells what was sent. */
export const noteCopySeen = (memory: Memory, now: number): Promise<void> => memory.put(SEEN, now)

export const noteAccepted = (memory: Memory, now: number): Promise<void> => memory.put(ACCEPTED, now)

/** Whether « it is not there » may be believed: copies do come back here, and the last one did as well. */
export const doCopiesComeBack = async (memory: Memory, now: number): Promise<boolean> => {
  const [seen, accepted] = await Promise.all([instant(memory, SEEN), instant(memory, ACCEPTED)])
  if (seen === null) return false
  return accepted === null || seen >= accepted || now - accepted < COPY_LASTS_MS
}
