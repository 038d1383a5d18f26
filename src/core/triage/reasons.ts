import { type Lexicon, meet } from '#core/guard/concepts/lexicon.ts'
import type { Flag, UrgentReason } from './labels.ts'
import type { CutMessage } from './tokens.ts'

/** Which turns of phrase stand for which reason. */
const TOLD: Readonly<Record<string, UrgentReason>> = {
  danger: 'safety',
  'broken-off': 'service-down',
  deadline: 'deadline',
  stranded: 'deadline',
  vulnerable: 'vulnerable-person',
  unanswered: 'unanswered',
  fraud: 'fraud',
}
const FLAGGED: Readonly<Partial<Record<Flag, UrgentReason>>> = {
  safety: 'safety',
  legal: 'legal-threat',
  influencer_threat: 'press-threat',
  follow_up: 'unanswered',
}

/** Why an urgent message cannot wait, the gravest first; what the flags deny is not said on the strength of a word alone. */
export const reasonsOf = (
  cues: Lexicon,
  { tokens }: CutMessage,
  flagged: readonly Flag[],
  leftWaiting: boolean,
): readonly UrgentReason[] => {
  const met = meet(
    cues,
    tokens.map((t) => t.word),
  ).map(({ concept }) => TOLD[cues.names[concept] ?? ''])
  const told = met.filter((reason) => reason !== undefined && (reason !== 'safety' || flagged.includes('safety')))
  const reasons = new Set<UrgentReason | undefined>([...flagged.map((flag) => FLAGGED[flag]), ...told])
  if (leftWaiting) reasons.add('unanswered')
  const order: readonly UrgentReason[] = [
    'safety',
    'vulnerable-person',
    'fraud',
    'service-down',
    'deadline',
    'legal-threat',
    'press-threat',
    'unanswered',
  ]
  return order.filter((reason) => reasons.has(reason))
}
