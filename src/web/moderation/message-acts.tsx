import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { MessageView } from '#contract/case-view.ts'
import { MODERATION_CAUSES } from '#core/charter/moderation-cause.ts'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { queries, queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { useModerationWords } from './words.ts'
import './message-acts.css'

/** « Is it still up? », with the last answer and its time (D2); and the one lawful way to ask for a removal (D1). */
export function MessageActs({ caseId, message }: { caseId: string; message: MessageView }) {
  const { w, f } = useSpeech()
  const m = useModerationWords()
  const now = useNow()
  const { can } = useDesk()
  const { data } = useQuery(queries.checks(caseId))
  const check = data?.checks.find((one) => one.messageId === message.id)
  const removal = data?.removals.find((one) => one.messageId === message.id)
  const attempt = async (deed: () => Promise<unknown>) => {
    try {
      await deed()
      await queryClient.invalidateQueries({ queryKey: queries.checks(caseId).queryKey })
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  const askRemoval = async () => {
    const options = MODERATION_CAUSES.map((id) => ({ id, text: m.causes[id] }))
    const picked = await ask({ kind: 'pick', title: m.up.removalTitle, options })
    const cause = MODERATION_CAUSES.find((one) => one === picked)
    if (cause === undefined) return
    const words = { title: m.up.reasonTitle, label: m.up.reasonLabel, yes: m.up.ask2 }
    const reason = await ask({ kind: 'words', ...words, required: true, long: true })
    if (reason === null) return
    await attempt(async () => {
      await api.askRemoval({ id: message.id, cause, reason })
      sayDone(m.up.asked)
    })
  }
  const mayAsk = can('removal.ask') && message.direction === 'in' && message.deletedAt === null
  const over = removal === undefined || ['refused', 'withdrawn', 'not-hidden'].includes(removal.state)
  const lawful = mayAsk && over
  const choose = async () => {
    const options = [{ id: 'up', text: m.up.ask }, ...(lawful ? [{ id: 'removal', text: m.up.removalOf }] : [])]
    const picked = await ask({ kind: 'pick', title: m.up.menu, options })
    if (picked === 'up') await attempt(() => api.checkMessage({ id: message.id }))
    if (picked === 'removal') await askRemoval()
  }
  return (
    <>
      <Button look="quiet" small icon={<IconDots size={16} />} aria-label={m.up.menu} onPress={choose} />
      {(check !== undefined || removal !== undefined) && (
        <span className="bubble-known">
          {check !== undefined && <span>{m.up.found[check.found](f.ago(check.checkedAt, now))}</span>}
          {removal !== undefined && <span className="soon">{m.up.state(m.states[removal.state])}</span>}
        </span>
      )}
    </>
  )
}
