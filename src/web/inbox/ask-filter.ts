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
    ...(['owed', 'thanks', 'waiting', 'snoozed', 'resolved', 'all'] as const).map((queue) => ({
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

const refreshViews = () => queryClient.invalidateQueries({ queryKey: queries.views().queryKey })

/** Keeps the filter in force under a name, for oneself or for the team. */
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
  const forWhom = await ask({
    kind: 'pick',
    title: w.inbox.forWhom,
    options: [
      { id: 'me', text: w.inbox.forMe },
      { id: 'all', text: w.inbox.forAll },
    ],
  })
  if (forWhom === null) return
  try {
    const view = await api.saveView({ name: name.slice(0, 60), filter, shared: forWhom === 'all' })
    await refreshViews()
    sayDone(w.inbox.viewKept(view.name), () => void dropView(view))
  } catch (error) {
    sayTrouble(w.refused(codeOf(error)))
  }
}

type View = { readonly id: string; readonly name: string; readonly filter: InboxFilter; readonly shared?: boolean }

/** Forgets a saved view; the way back saves it again. */
export const dropView = async (view: View): Promise<void> => {
  const { w } = speaking()
  try {
    await api.deleteView({ id: view.id })
    await refreshViews()
    sayDone(w.inbox.viewDropped(view.name), () => {
      void api.saveView({ name: view.name, filter: view.filter, shared: view.shared === true }).then(refreshViews)
    })
  } catch (error) {
    sayTrouble(w.refused(codeOf(error)))
  }
}
