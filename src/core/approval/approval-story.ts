import { MINUTE_MS } from '#core/time.ts'
import { applyApproval } from './apply-approval.ts'
import type { ApprovalEvent, ApprovalState } from './approval.ts'
import type { Team } from './approvers.ts'
import { type ApprovalCommand, askApproval, decideApproval } from './decide-approval.ts'

export const NINE = Date.UTC(2026, 2, 2, 9)
export const minute = (n: number): number => NINE + n * MINUTE_MS

const roles = { maud: 'admin', sarah: 'manager', julien: 'validator', aicha: 'agent', tom: 'trainee' } as const
export type Name = keyof typeof roles
export const names = Object.keys(roles) as Name[]

/** `off`: not absent, and not on duty either. */
export const teamWithout = (
  gone: readonly Name[] = [],
  absent: readonly Name[] = [],
  standIns = {},
  off: readonly Name[] = [],
): Team => {
  const members = names.filter((name) => !gone.includes(name)).map((memberId) => ({ memberId, role: roles[memberId] }))
  return {
    members,
    available: members.map(({ memberId }) => memberId).filter((name) => ![...absent, ...off].includes(name)),
    away: absent,
    standIns,
  }
}

/** A request told as a story: Tom asks at nine, the customer waits until eleven. */
export const approvalStory = (more: { needed?: 1 | 2; owed?: boolean; dueIn?: number; team?: Team } = {}) => {
  const { needed = 1, owed = true, dueIn = 120 } = more
  let team = more.team ?? teamWithout()
  const asked = askApproval({
    ...{ at: NINE, writerId: 'tom', needed, dueAt: minute(dueIn), owed, escalateAt: 0.4, team },
  })
  const log: ApprovalEvent[] = [asked]
  let state: ApprovalState = applyApproval(null, asked)
  const tell = (at: number, by: Name | null, command: ApprovalCommand): string => {
    const decided = decideApproval(state, command, { now: minute(at), by, team })
    if ('refused' in decided) return decided.refused
    for (const event of decided.events) state = applyApproval(state, event)
    log.push(...decided.events)
    return decided.events.map(({ kind }) => kind.replace('approval.', '')).join(' ')
  }
  return {
    log,
    tell,
    approves: (at: number, by: Name, edits = false, wording = state.wording, need: 1 | 2 = 1) =>
      tell(at, by, { kind: 'approve', wording, edits, needed: need }),
    ticks: (at: number, owedIn: number | null = null) =>
      tell(at, null, { kind: 'tick', owedBy: owedIn === null ? null : minute(owedIn) }),
    now: (next: Team) => {
      team = next
    },
    get state(): ApprovalState {
      return state
    },
  }
}
