import { IconEyeCheck, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ApprovalView } from '#contract/approval-shape.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { restoreDraft } from '../composer/draft-store.ts'
import { queries, queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { fuseOf } from './fuse.tsx'
import { sayReason } from './reason.ts'
import { useApprovalWords } from './words.ts'

/** A reply that waits, in its thread: why, until when, and the way back for its writer, or on for who may approve it. */
export function WaitingCard({ approval, brand }: { approval: ApprovalView; brand: string }) {
  const { w, f } = useSpeech()
  const a = useApprovalWords()
  const { me, can } = useDesk()
  const { state, minutes } = fuseOf(approval, useNow())
  const { writer, audience, caseId } = approval
  const mine = writer.id === me.id
  const withdraw = async () => {
    try {
      const { text } = await api.withdrawApproval({ id: approval.id })
      restoreDraft(caseId, audience, text)
      sayDone(a.inThread.withdrawn)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      void queryClient.invalidateQueries({ queryKey: queries.case(caseId).queryKey })
    }
  }
  return (
    <article className={`bubble out delivery waiting ${audience}`} aria-label={a.inThread.label}>
      <header className="bubble-head">
        <b>{w.thread.brandBy(brand, writer.name)}</b>
        <span className="bubble-when">
          {audience === 'private' && <IconLock aria-hidden="true" size={12} />}
          {w.thread.audience[audience]}
        </span>
      </header>
      <p className="bubble-text" dir="auto">
        {approval.text}
      </p>
      <div className="delivery-foot">
        <p className={approval.owed ? state : ''}>
          <IconEyeCheck aria-hidden="true" size={15} />{' '}
          {!approval.owed
            ? a.nobodyWaits
            : state === 'late'
              ? a.inThread.late(f.spell(minutes))
              : a.inThread.waits(f.spell(minutes))}{' '}
          {approval.askedOf.length === 0
            ? a.askedOfNobody
            : a.askedOf(f.list(approval.askedOf.map(({ name }) => name)))}
        </p>
        <p className="small quiet">{approval.reasons.map((reason) => sayReason(a, f, reason, writer)).join(' ')}</p>
        <p className="acts">
          {mine && (
            <Button small onPress={withdraw}>
              {a.inThread.withdraw}
            </Button>
          )}
          {!mine && can('approval.give') && (
            <Link to="/w/$workspace/approvals" params={{ workspace: workspaceId() }} search={{ request: approval.id }}>
              {a.inThread.read}
            </Link>
          )}
        </p>
      </div>
    </article>
  )
}
