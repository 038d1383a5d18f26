import { api, codeOf, isRefused } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'
import { emptyDraft, restoreDraft } from './draft-store.ts'
import { deliveryIdOf, newsIn, type Outcome, post, pressed, type Sending } from './send.ts'

/** Puts the words before those who may approve them. Refused, they come back to the box with the reason. */
export const askFor = async (sending: Sending): Promise<Outcome> => {
  const { w } = speaking()
  const { view, audience, text } = sending
  const key = `${view.id} ${audience} ${text}`
  emptyDraft(view.id, audience)
  try {
    await post(sending, deliveryIdOf(key), api.askApproval)
    pressed.delete(key)
    sayDone(w.composer.asked)
    return { kind: 'held' }
  } catch (error) {
    restoreDraft(view.id, audience, text)
    if (isRefused(error, 'thread-moved-on')) return { kind: 'moved-on', news: newsIn(error) }
    if (!isRefused(error, 'unreachable')) pressed.delete(key)
    sayTrouble(w.refused(codeOf(error)))
    return { kind: 'kept' }
  } finally {
    await queryClient.invalidateQueries({ queryKey: queries.case(view.id).queryKey })
  }
}
