import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApprovalView } from '#contract/approval-shape.ts'
import { api, workspaceId } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { hold } from './acts.ts'
import { useApprovalWords } from './words.ts'

/** The way out when the deadline is near: the customer hears that they were read, and the decision keeps its time. */
export function HoldingOffer({ approval, seenMark }: { approval: ApprovalView; seenMark: string }) {
  const a = useApprovalWords()
  const [busy, setBusy] = useState(false)
  const { data } = useQuery({
    queryKey: [workspaceId(), 'approval', approval.id, 'holding'],
    queryFn: () => api.readHolding({ id: approval.id }),
  })
  const text = data?.text ?? null
  if (text === null) return null
  const send = async () => {
    setBusy(true)
    await hold(approval, text, seenMark)
    setBusy(false)
  }
  return (
    <section className="request-holding">
      <h2>{a.holdingTitle}</h2>
      <p className="small">{a.holdingText}</p>
      <blockquote dir="auto">{text}</blockquote>
      <Button isDisabled={busy} onPress={send}>
        {a.holdingSend}
      </Button>
    </section>
  )
}
