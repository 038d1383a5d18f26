import type { Instant } from '#core/time.ts'
import { applyApproval } from './apply-approval.ts'
import type { ApprovalEvent, ApprovalState } from './approval.ts'
import { clockOf } from './approval-clock.ts'
import { chooseAsked, mayApprove, type Step, type Team } from './approvers.ts'

/** Those to whom it was put and who cannot read it any more go, and others come. */
const passOn = (state: ApprovalState, at: Instant, team: Team): ApprovalEvent[] => {
  const able = (id: string) =>
    team.members.some((person) => person.memberId === id && mayApprove(person, state.writerId))
  const from = [
    ...state.askedOf.filter((id) => !able(id) || !team.available.includes(id)),
    ...state.given.filter((id) => !able(id) && !state.askedOf.includes(id)),
  ]
  if (from.length === 0 && state.askedOf.length > 0) return []
  const stays = state.askedOf.filter((id) => !from.includes(id))
  const others = (step: Step) =>
    chooseAsked(step, team, state.writerId, state.needed).filter((id) => !stays.includes(id))
  const here = others(state.step)
  const to = stays.length + here.length > 0 ? here : others(2)
  return from.length + to.length === 0 ? [] : [{ kind: 'approval.passed-on', at, by: null, from, to }]
}

/** A step is taken once; one that finds nobody new reminds those who are asked already. */
const escalate = (state: ApprovalState, at: Instant, team: Team): ApprovalEvent[] => {
  const { standInAt, managerAt } = clockOf({ ...state, askedAt: state.countedFrom })
  const step: Step = at >= managerAt ? 2 : at >= standInAt ? 1 : 0
  if (step <= state.step) return []
  const reached = chooseAsked(step, team, state.writerId, state.needed)
  const fresh = reached.filter((id) => !state.askedOf.includes(id))
  return [{ kind: 'approval.escalated', at, by: null, step, to: fresh.length > 0 ? fresh : [...state.askedOf] }]
}

const offerHolding = (state: ApprovalState, at: Instant): ApprovalEvent[] =>
  state.owed && !state.holdingOffered && at >= clockOf({ ...state, askedAt: state.countedFrom }).holdingAt
    ? [{ kind: 'approval.holding-offered', at, by: null }]
    : []

const sayLate = (state: ApprovalState, at: Instant): ApprovalEvent[] =>
  state.owed && !state.isLate && at >= state.dueAt ? [{ kind: 'approval.late', at, by: null }] : []

/** The message was read as urgent meanwhile, or the customer wrote again. */
const follow =
  (owedBy: Instant | null) =>
  (state: ApprovalState, at: Instant): ApprovalEvent[] =>
    owedBy !== null && owedBy < state.dueAt && owedBy > (state.metBy ?? Number.NEGATIVE_INFINITY)
      ? [{ kind: 'approval.hastened', at, by: null, dueAt: owedBy }]
      : []

/**
 * What the clock and the team bring to a request that waits. It never ends it: a request does not expire silently, and follows the
 * customer's deadline when that comes nearer (V2).
 */
export const tickApproval = (
  state: ApprovalState,
  at: Instant,
  team: Team,
  owedBy: Instant | null,
): ApprovalEvent[] => {
  const events: ApprovalEvent[] = []
  let now = state
  for (const bring of [follow(owedBy), passOn, escalate, offerHolding, sayLate]) {
    const brought = bring(now, at, team)
    events.push(...brought)
    now = brought.reduce<ApprovalState>(applyApproval, now)
  }
  return events
}
