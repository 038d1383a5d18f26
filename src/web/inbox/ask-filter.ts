import type { InboxFilter } from '#contract/inbox.ts'
import { api, codeOf } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'

/** One list with every way to narrow the queue; choosing one adds it to those in force. */
export const askFilter = async (filter: InboxFilter): Promise<InboxFilter | null> => {
  const { w } = speaking()
  const [{ accounts }, { labels }, { members }] = await Promise.all([
    queryClient.ensureQueryData(queries.accounts()),
    queryClient.ensureQueryData(queries.labels()),
    queryClient.ensureQueryData(queries.members()),
  ])
  const { queue: _, ...rest } = filter
  const inQueue = (queue: NonNullable<InboxFilter['queue']>): InboxFilter =>
    queue === 'owed' ? rest : { ...rest, queue }
  const ways: { text: string; detail: string; next: InboxFilter }[] = [
    ...(['owed', 'waiting', 'snoozed', 'resolved', 'all'] as const).map((queue) => ({
      text: w.inbox.queues[queue],
      detail: w.inbox.kinds.queue,
      next: inQueue(queue),
    })),
    { text: w.inbox.mine, detail: w.inbox.kinds.owner, next: { ...filter, owner: 'me' } },
    { text: w.inbox.unowned, detail: w.inbox.kinds.owner, next: { ...filter, owner: 'nobody' } },
    { text: w.inbox.lateOnly, detail: w.inbox.kinds.deadline, next: { ...filter, late: 'true' } },
    ...(['public', 'private'] as const).map((audience) => ({
      text: w.inbox.audience[audience],
      detail: w.inbox.kinds.audience,
      next: { ...filter, audience },
    })),
    ...accounts.map((a) => ({
      text: `${a.network} ${a.handle}`,
      detail: w.inbox.kinds.account,
      next: { ...filter, account: a.id },
    })),
    ...labels.map((l) => ({ text: l.name, detail: w.inbox.kinds.label, next: { ...filter, label: l.id } })),
    ...members.map((m) => ({ text: m.name, detail: w.inbox.kinds.owner, next: { ...filter, owner: m.id } })),
  ]
  const picked = await ask({
    kind: 'pick',
    title: w.inbox.filter,
    options: ways.map(({ text, detail }, i) => ({ id: String(i), text, detail })),
  })
  return picked === null ? null : (ways[Number(picked)]?.next ?? null)
}

/** Keeps the filter in force under a name, for oneself. */
export const keepView = async (filter: InboxFilter): Promise<void> => {
  const { w } = speaking()
  const name = await ask({
    kind: 'words',
    title: w.inbox.keepView,
    label: w.inbox.viewName,
    yes: w.inbox.keep,
    required: true,
  })
  if (name === null) return
  try {
    const view = await api.saveView({ name: name.slice(0, 60), filter, shared: false })
    await queryClient.invalidateQueries({ queryKey: queries.views().queryKey })
    sayDone(w.inbox.viewKept(view.name), async () => {
      await api.deleteView({ id: view.id })
      await queryClient.invalidateQueries({ queryKey: queries.views().queryKey })
    })
  } catch (error) {
    sayTrouble(w.refused(codeOf(error)))
  }
}
