import type { ScheduledPostView } from '#contract/scheduled.ts'
import { keyOf } from '#core/scheduled/flag.ts'
import { api, codeOf } from '../api.ts'
import { refreshStatements } from '../statements/use-statements.ts'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'
import type { ScheduledWords } from './words.ts'

const deed = async (run: () => Promise<unknown>, done: string): Promise<void> => {
  try {
    await run()
    sayDone(done)
  } catch (error) {
    sayTrouble(speaking().w.refused(codeOf(error)))
  } finally {
    await refreshStatements()
  }
}

/** What stands on the screen beside the words: whoever decides has seen it. */
const seenOf = ({ flags }: ScheduledPostView): string[] => flags.map(keyOf)

export const letGo = (s: ScheduledWords, post: ScheduledPostView) =>
  deed(() => api.letGoScheduled({ id: post.id, seen: seenOf(post) }), s.gone)

export const allow = async (s: ScheduledWords, post: ScheduledPostView): Promise<void> => {
  const sure = await ask({ kind: 'confirm', title: s.allowTitle, text: s.allowText, yes: s.allow })
  if (sure !== null)
    await deed(() => api.allowScheduled({ id: post.id, allowed: true, seen: seenOf(post) }), s.allowedNow)
}

export const disallow = (s: ScheduledWords, post: ScheduledPostView) =>
  deed(() => api.allowScheduled({ id: post.id, allowed: false }), s.suspended)

export const takeBack = async (s: ScheduledWords, post: ScheduledPostView): Promise<void> => {
  const sure = await ask({ kind: 'confirm', title: s.takeBackTitle, text: s.takeBackText, yes: s.takeBack })
  if (sure !== null) await deed(() => api.takeBackScheduled({ id: post.id }), s.takenBack)
}

/** Another hour, as the brand's clocks show it. */
export const move = async (
  s: ScheduledWords,
  post: ScheduledPostView,
  { timeZone, now, when }: { timeZone: string; now: number; when: (at: number) => string },
): Promise<void> => {
  const { onTheWall, wallMoment } = await import('#core/scheduled/wall-moment.ts')
  const from = onTheWall(timeZone, Math.max(post.leavesAt, now))
  const said = await ask({ kind: 'moment', title: s.moveTitle, yes: s.moveYes, initial: `${from.day}T${from.hour}` })
  if (said === null) return
  const [day = '', hour = ''] = said.split('T')
  const moment = wallMoment(timeZone, day, hour.slice(0, 5))
  if (moment === null) return sayTrouble(s.when.past)
  const input = { id: post.id, from: post.leavesAt, leavesAt: moment.at, seen: seenOf(post) }
  await deed(() => api.moveScheduled(input), s.moved(when(moment.at)))
}
