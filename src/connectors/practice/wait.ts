import { PATIENCE } from '#core/crowd/patience.ts'
import type { Situation } from '#core/crowd/situation.ts'
import { MINUTE_MS } from '#core/time.ts'
import type { Kind } from './opening.ts'
import type { Temper } from './person.ts'
import type { Thread, World } from './town.ts'

/** What the strictest network promises, in this town too. */
export const PROMISE_MINUTES = 120

/** More often than anybody asks: an answer is owed all the same. */
export const ASKS_NO_MORE = 9

/** How people insist, in public and in private; `praise` and ideas are owed thanks, but nobody insists on them. */
const INSISTS: Record<Kind, readonly Situation[]> = {
  dispute: ['ignored', 'ignored-again', 'shout'],
  question: ['ignored', 'ignored-again'],
  press: ['ignored', 'ignored-again', 'shout'],
  troll: ['ignored', 'shout'],
  praise: [],
  idea: [],
}
const INSISTS_PRIVATELY: readonly Situation[] = ['private-ignored', 'shout']

/** What an ignored person does next, and when (A1: silence is what makes an unhappy customer shout). */
export const nextInsistence = (
  thread: Thread,
  temper: Temper,
  { scale }: World,
): { at: number; situation: Situation } | null => {
  if (!thread.waiting) return null
  const { since, times } = thread.waiting
  const situation = (thread.audience === 'private' ? INSISTS_PRIVATELY : INSISTS[thread.kind])[times]
  if (situation === undefined) return null
  const minutes = PROMISE_MINUTES * (PATIENCE[temper] + times * 0.5)
  return { at: since + minutes * MINUTE_MS * scale, situation }
}
