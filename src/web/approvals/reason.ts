import type { ApprovalView, WaitReasonView } from '#contract/approval-shape.ts'
import type { Format } from '../words/words.ts'
import type { ApprovalWords } from './words.ts'

const excerpt = (words: string): string => (words.length > 80 ? `${words.slice(0, 79)}…` : words)

/** Why a reply waits, as a sentence. */
export const sayReason = (
  a: ApprovalWords,
  f: Format,
  reason: WaitReasonView,
  writer: ApprovalView['writer'],
): string => {
  const money = (cents: number) => a.money(f.number(cents / 100))
  switch (reason.kind) {
    case 'trainee':
    case 'all-read':
    case 'wished':
      return a.reason[reason.kind](writer.name)
    case 'subject':
      return a.reason.subject(reason.name)
    case 'finding':
      return a.reason.finding(reason.rule)
    case 'contested':
      return a.reason.contested(reason.rule, excerpt(reason.words), reason.reason)
    case 'amount': {
      const share = reason.percent === null ? '' : a.reason.share(f.number(reason.percent))
      const named = reason.cents === null ? share : money(reason.cents)
      return a.reason.amount(named, money(reason.aboveCents))
    }
    case 'reach':
      return a.reason.reach(f.number(reason.followers))
    case 'account':
    case 'statement':
    case 'no-autonomy':
      return a.reason[reason.kind]
  }
}
