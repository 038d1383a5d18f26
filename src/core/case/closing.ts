import type { Instant } from '#core/time.ts'
import type { Unanswered } from './case.ts'

/** Reasons for closing a case while somebody still waits for an answer (A1). */
export const SILENT_REASONS = [
  'no-answer-needed',
  'spam',
  'duplicate',
  'answered-elsewhere',
  'author-deleted',
  'thanks-sufficient',
] as const
export type SilentReason = (typeof SILENT_REASONS)[number]
export type ClosingReason = 'answered' | SilentReason

/** The record of a closing: who, when, why, and what was left without an answer, so that reopening restores it (A1, D1). */
export type Closing = {
  readonly reason: ClosingReason
  readonly note: string | null
  readonly by: string | null
  readonly at: Instant
  readonly setAside: readonly Unanswered[]
}
