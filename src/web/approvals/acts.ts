import type { ApprovalView } from '#contract/approval-shape.ts'
import { api, codeOf, isRefused, workspaceId } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'
import { wordsIn } from './words.ts'

const here = () => {
  const { w, language } = speaking()
  return { w, a: wordsIn(language) }
}

/** The lists and the thread are read again after each deed. */
const after = ({ id, caseId }: Pick<ApprovalView, 'id' | 'caseId'>) =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: queries.approvals().queryKey }),
    queryClient.invalidateQueries({ queryKey: [workspaceId(), 'approval', id] }),
    queryClient.invalidateQueries({ queryKey: queries.case(caseId).queryKey }),
  ])

/** Somebody was faster: who, and what they decided. */
const sayRefused = (approval: ApprovalView, error: unknown) => {
  const { w, a } = here()
  const status = isRefused(error, 'already-decided') ? error.refusal.data?.status : undefined
  if (status === 'approved' || status === 'returned' || status === 'withdrawn' || status === 'voided') {
    const by = isRefused(error) ? error.refusal.data?.by : undefined
    const member = queryClient.getQueryData(queries.members().queryKey)?.members.find(({ id }) => id === by)
    const name = member?.name ?? (by === approval.writer.id ? approval.writer.name : '')
    if (name !== '') return sayTrouble(a.decided[status](name))
  }
  sayTrouble(w.refused(codeOf(error)))
}

const takeBack = async (approval: ApprovalView) => {
  try {
    await api.undoDelivery({ id: approval.id })
    sayDone(here().a.undone)
  } catch (error) {
    sayTrouble(here().w.refused(codeOf(error)))
  } finally {
    void after(approval)
  }
}

export type Agreeing = {
  readonly approval: ApprovalView & { movedOn: boolean; leavesAt: number | null }
  readonly text: string
  readonly seenMark: string
  readonly undoMs: number
}

const confirmNews = async (): Promise<boolean> => {
  const { a } = here()
  return (await ask({ kind: 'confirm', title: a.confirmTitle, text: a.confirmText, yes: a.approve })) !== null
}

/** Approves the words on screen; true when there is nothing left to read here. */
export const approve = async ({ approval, text, seenMark, undoMs }: Agreeing): Promise<boolean> => {
  const { a } = here()
  let despiteNews = approval.movedOn
  if (despiteNews && !(await confirmNews())) return false
  const { id, accountId, wording } = approval
  for (;;) {
    try {
      const edited = text === approval.text ? {} : { text }
      const { status } = await api.approveReply({ id, accountId, wording, seenMark, despiteNews, ...edited })
      if (status !== 'approved') sayDone(a.half)
      else if (approval.leavesAt !== null) sayDone(a.approvedForLater)
      else sayDone(a.approved, () => void takeBack(approval), undoMs)
      void after(approval)
      return true
    } catch (error) {
      const unseen = isRefused(error, 'thread-moved-on') && error.refusal.data?.thread === true
      // A colleague answers too: known, it is the approver's to say. Words unread are read first.
      if (isRefused(error, 'thread-moved-on') && !unseen && !despiteNews && (await confirmNews())) {
        despiteNews = true
        continue
      }
      if (!isRefused(error, 'thread-moved-on') || unseen) sayRefused(approval, error)
      await after(approval)
      return false
    }
  }
}

/** Gives the words back to their writer, with what must change; true once done. */
export const giveBack = async (approval: ApprovalView): Promise<boolean> => {
  const { a } = here()
  const { name } = approval.writer
  const reason = await ask({
    kind: 'words',
    title: a.returnTitle(name),
    label: a.returnLabel,
    hint: a.returnHint,
    yes: a.giveBack,
    required: true,
    long: true,
  })
  if (reason === null) return false
  try {
    await api.returnReply({ id: approval.id, reason })
    sayDone(a.returned(name))
    return true
  } catch (error) {
    sayRefused(approval, error)
    return false
  } finally {
    void after(approval)
  }
}

/** Tells the customer that they were read, in the words that were shown. */
export const hold = async (approval: ApprovalView, text: string, seenMark: string): Promise<void> => {
  const { a } = here()
  try {
    const { id, accountId } = approval
    await api.sendHolding({ id, deliveryId: crypto.randomUUID(), accountId, text, seenMark })
    sayDone(a.holdingSent)
  } catch (error) {
    sayRefused(approval, error)
  } finally {
    void after(approval)
  }
}
