import type { DeliveryView } from '#contract/case-view.ts'
import { api, codeOf } from '../api.ts'
import { restoreDraft } from '../composer/draft-store.ts'
import { queries, queryClient } from '../query.ts'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'
import { known } from './under-way.ts'

/** What a person may do about a reply; the thread and the list of unsettled ones are read again after each. */
const after = (delivery: DeliveryView) => {
  void queryClient.invalidateQueries({ queryKey: queries.case(delivery.caseId).queryKey })
  void queryClient.invalidateQueries({ queryKey: queries.unsettled().queryKey })
}
const tell = (error: unknown) => sayTrouble(speaking().w.refused(codeOf(error)))

/** Takes a held reply back: its words return to the composer. */
export const undoDelivery = async (delivery: DeliveryView): Promise<void> => {
  try {
    await known(delivery.id)
    const { text, audience } = await api.undoDelivery({ id: delivery.id })
    restoreDraft(delivery.caseId, audience, text)
    sayDone(speaking().w.delivery.undone)
  } catch (error) {
    tell(error)
  } finally {
    after(delivery)
  }
}

const settle = async (delivery: DeliveryView, decision: 'published' | 'send-again' | 'give-up', permalink?: string) => {
  try {
    await api.settleDelivery({ id: delivery.id, decision, ...(permalink === undefined ? {} : { permalink }) })
    return true
  } catch (error) {
    tell(error)
    return false
  } finally {
    after(delivery)
  }
}

/** A member has looked: it is there. The link is proof, and may be left out. */
export const markPublished = async (delivery: DeliveryView): Promise<void> => {
  const { w } = speaking()
  const link = await ask({
    kind: 'words',
    title: w.delivery.publishedTitle,
    label: w.delivery.publishedLink,
    hint: w.delivery.publishedHint,
    yes: w.delivery.isPublished,
  })
  if (link === null) return
  const given = /^https?:\/\//.test(link) ? link : undefined
  if (await settle(delivery, 'published', given)) sayDone(w.delivery.settled)
}

export const sendAgain = async (delivery: DeliveryView): Promise<void> => {
  const { w } = speaking()
  const sure = await ask({
    kind: 'confirm',
    title: w.delivery.againTitle,
    text: w.delivery.againText,
    yes: w.delivery.sendNow,
  })
  if (sure !== null && (await settle(delivery, 'send-again'))) sayDone(w.delivery.leavesAgain)
}

export const giveUp = async (delivery: DeliveryView): Promise<void> => {
  if (await settle(delivery, 'give-up')) sayDone(speaking().w.delivery.givenUp)
}

/** Gives the delivery up and puts its words back into the composer, to be mended. */
export const takeBackText = async (delivery: DeliveryView): Promise<void> => {
  restoreDraft(delivery.caseId, delivery.audience, delivery.text)
  if (await settle(delivery, 'give-up')) sayDone(speaking().w.delivery.undone)
}
