import { useQuery } from '@tanstack/react-query'
import type { ScheduledPostView, ScheduledView } from '#contract/scheduled.ts'
import { outlookOf } from '#core/scheduled/outlook.ts'
import { api, workspaceId } from '../api.ts'
import { useSpeech } from '../words/words.ts'
import { sayWhen } from './when.ts'
import { type ScheduledWords, useScheduledWords } from './words.ts'

/** An incident that opens or closes changes what leaves, and says so by itself; an hour that passes does not. */
const AGAIN_MS = 30_000

export const useScheduled = () =>
  useQuery({
    // Beside the statements: whatever is planned, read or published since, both are asked again.
    queryKey: [workspaceId(), 'statements', 'scheduled'],
    queryFn: () => api.listScheduled(),
    refetchInterval: AGAIN_MS,
  }).data

export const isUnread = ({ reading }: ScheduledPostView): boolean => reading !== null && reading.state !== 'approved'

/** What will leave, and when; what is suspended, waits or asks: the first line of whoever plans (W1, C3). */
export const sayOutlook = (
  s: ScheduledWords,
  { posts }: Pick<ScheduledView, 'posts'>,
  when: (at: number) => string,
): string => {
  const { nextAt, leaving, paused, unread, asking } = outlookOf(
    posts.map((post) => ({ ...post, isPaused: post.pausedBy.length > 0, isUnread: isUnread(post) })),
  )
  const said = [
    asking > 0 && s.asking(asking),
    paused > 0 && s.paused(paused),
    nextAt !== null && s.next(leaving, when(nextAt)),
    unread > 0 && s.unread(unread),
  ].filter((one) => one !== false)
  return said.length === 0 ? s.nothing : said.join(' ')
}

/** How this screen says a time of the brand's. */
export const useWhen = (timeZone: string) => {
  const { language } = useSpeech()
  const s = useScheduledWords()
  return (at: number, now: number) => sayWhen(s, at, now, { timeZone, language })
}
