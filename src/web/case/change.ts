import type { CaseView } from '#contract/case-view.ts'
import type { InboxRow } from '#contract/inbox.ts'
import { codeOf } from '../api.ts'
import { openQueues } from '../inbox/queues.ts'
import { queries, queryClient } from '../query.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'

type Change = {
  readonly cases: readonly string[]
  /** How the rows look at once; `gone` when they leave the queue. */
  readonly row: Partial<InboxRow> | 'gone'
  readonly view?: Partial<CaseView>
  readonly send: () => Promise<unknown>
  readonly done: string
  readonly undo?: () => void
}

const patchView = (id: string, change: Partial<CaseView>): (() => void) => {
  const key = queries.case(id).queryKey
  const old = queryClient.getQueryData(key)
  if (old === undefined) return () => undefined
  queryClient.setQueryData(key, { ...old, ...change })
  return () => queryClient.setQueryData(key, old)
}

/** Shows a change before the server has it, says it with its way back, and puts everything back when it is refused. */
export const changeNow = async ({ cases, row, view, send, done, undo }: Change): Promise<boolean> => {
  const restore = openQueues().map((queue) =>
    row === 'gone' && (queue.filter.queue ?? 'owed') === 'owed' && queue.filter.q === undefined
      ? queue.remove(cases)
      : queue.patch(cases, row === 'gone' ? {} : row),
  )
  if (view !== undefined) restore.push(...cases.map((id) => patchView(id, view)))
  sayDone(done, undo)
  try {
    await send()
    for (const id of cases) void queryClient.invalidateQueries({ queryKey: queries.case(id).queryKey })
    return true
  } catch (error) {
    for (const back of restore) back()
    sayTrouble(speaking().w.refused(codeOf(error)))
    return false
  }
}
