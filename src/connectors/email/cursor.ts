import { z } from 'zod'
import { DAY_MS } from '#core/time.ts'

/** A new account starts with its last days, and with so many mails at most, not with its history. */
export const FIRST_MS = 3 * DAY_MS
export const FIRST_MAILS = 200
/** After a renumbering, so many mails are looked through again at most. */
export const MOST_AGAIN = 5000

const folderSchema = z.object({
  path: z.string().max(1000),
  uidValidity: z.string().max(40),
  lastUid: z.number().int().nonnegative(),
  /** What is older than `lastUid` and still to be read, oldest first. */
  pending: z.array(z.number().int().positive()).max(MOST_AGAIN),
  /** When it was last read to the end, by our clock. */
  readAt: z.number(),
})
export type FolderState = z.infer<typeof folderSchema>

const cursorSchema = z.object({
  v: z.literal(1),
  /** What was dated long before is history. */
  startedAt: z.number(),
  inbox: folderSchema.nullable(),
  sent: folderSchema.nullable(),
})
export type Cursor = z.infer<typeof cursorSchema>

export const startCursor = (now: number): Cursor => ({ v: 1, startedAt: now, inbox: null, sent: null })

export const readCursor = (given: unknown): Cursor | undefined => cursorSchema.safeParse(given).data
