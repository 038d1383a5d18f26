import { sql } from 'kysely'
import { announceHoles } from '#server/actions/announce-holes.ts'
import { draftDueNotes } from '#server/actions/draft-due-notes.ts'
import { giveCases } from '#server/actions/give-cases.ts'
import { readBackStatements } from '#server/actions/read-back-statements.ts'
import { settleEarly } from '#server/actions/settle-early.ts'
import { tendIncidents } from '#server/actions/tend-incidents.ts'
import { tickApprovals } from '#server/actions/tick-approvals.ts'
import { tickCaseFiles } from '#server/actions/tick-case-files.ts'
import { tickCases } from '#server/actions/tick-cases.ts'
import { tickOutreaches } from '#server/actions/tick-outreaches.ts'
import { tickScheduled } from '#server/actions/tick-scheduled.ts'
import { asWorkerIn } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { brandsAtWork, inEachBrand } from './each-brand.ts'

const SWEEP_EVERY_MS = 60_000
const PRESENCE_KEPT_MS = 5 * 60_000

const STEPS = [
  tickCases,
  tickScheduled,
  tickApprovals,
  tickCaseFiles,
  tickOutreaches,
  settleEarly,
  giveCases,
  tendIncidents,
]

/** Whoever left without a word is forgotten; screens leave them out much earlier. */
const forgetPresences = async (desk: Desk): Promise<number> => {
  const before = new Date(desk.now() - PRESENCE_KEPT_MS)
  return inEachBrand(desk, await brandsAtWork(desk), 'presences', ({ id }) =>
    asWorkerIn(desk.db, id, async (trx) => {
      const { numAffectedRows } = await sql`delete from presences where seen_at < ${before}::timestamptz`.execute(trx)
      return Number(numAffectedRows ?? 0)
    }),
  )
}

/** What the clock brings, every few seconds: missed deadlines, ended snoozes, scheduled words whose hour has come, replies that wait for a reader, new cases without an owner, early news whose time has come, incidents, hours that nobody will take, notes for the hierarchy, and a broom. */
export const makeTicker = (desk: Desk) => {
  let swept = Number.NEGATIVE_INFINITY
  let readingBack: Promise<void> | null = null

  /** Networks take their time to answer: no deadline waits for them. */
  const readBack = (): void => {
    readingBack ??= readBackStatements(desk)
      .catch((error: unknown) =>
        desk.log.warn({ err: error }, 'statements could not be read back; they are tried again'),
      )
      .finally(() => {
        readingBack = null
      })
  }

  const round = async (): Promise<boolean> => {
    let moved = 0
    let failed: { error: unknown } | null = null
    // What one step cannot do must not keep the next ones waiting; the round is tried again all the same.
    for (const step of STEPS)
      try {
        moved += await step(desk)
      } catch (error) {
        failed ??= { error }
      }
    readBack()
    if (desk.now() - swept >= SWEEP_EVERY_MS) {
      await forgetPresences(desk)
      await announceHoles(desk)
      await draftDueNotes(desk)
      swept = desk.now()
    }
    if (failed !== null) throw failed.error
    return moved > 0
  }

  return { round, settle: async (): Promise<void> => (await readingBack) ?? undefined }
}
