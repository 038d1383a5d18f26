import type { Instant } from '#core/time.ts'
import type { ApprovalEvent, ApprovalState, ApprovalStatus } from './approval.ts'
import { chooseAsked, mayApprove, type Team } from './approvers.ts'
import { tickApproval } from './tick-approval.ts'

/** What may be asked of a request. `wording` is the one that the approver has read; `edits`, that they send other words in its place. */
export type ApprovalCommand =
  | { readonly kind: 'approve'; readonly wording: number; readonly edits: boolean; readonly needed: 1 | 2 }
  | { readonly kind: 'return' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'void' }
  /** Somebody who may read it takes the words out of what leaves: they need no reader any more. */
  | { readonly kind: 'drop' }
  | { readonly kind: 'hold-off'; readonly dueAt: Instant }
  /** `owedBy`: when the customer is owed an answer as things stand now. */
  | { readonly kind: 'tick'; readonly owedBy: Instant | null }

export type ApprovalFacts = { readonly now: Instant; readonly by: string | null; readonly team: Team }

export type ApprovalRefusal =
  /** Somebody was faster: who, and what they decided. */
  | { readonly refused: 'already-decided'; readonly status: ApprovalStatus; readonly by: string | null }
  | { readonly refused: 'own-words' }
  | { readonly refused: 'not-an-approver' }
  | { readonly refused: 'you-are-absent' }
  /** Another approver has changed the words since they were read. */
  | { readonly refused: 'words-changed' }
  | { readonly refused: 'approved-by-you' }
  | { readonly refused: 'not-yours' }
  | { readonly refused: 'not-approved' }

export type ApprovalDecision = { readonly events: readonly ApprovalEvent[] } | ApprovalRefusal

const refuseReader = (state: ApprovalState, { by, team }: ApprovalFacts): ApprovalRefusal | null => {
  if (by === state.writerId) return { refused: 'own-words' }
  const person = team.members.find(({ memberId }) => memberId === by)
  if (person === undefined || !mayApprove(person, state.writerId)) return { refused: 'not-an-approver' }
  return team.away.includes(person.memberId) ? { refused: 'you-are-absent' } : null
}

type Approve = Extract<ApprovalCommand, { kind: 'approve' }>

/** Nobody approves their own words, nor words that they have not read, nor for somebody who has left (V1). */
const approve = (state: ApprovalState, command: Approve, facts: ApprovalFacts): ApprovalDecision => {
  const refusal = refuseReader(state, facts)
  if (refusal !== null) return refusal
  const [at, by] = [facts.now, facts.by ?? '']
  if (command.wording !== state.wording) return { refused: 'words-changed' }
  const stays = (id: string) =>
    facts.team.members.some((person) => person.memberId === id && mayApprove(person, state.writerId))
  const gone = state.given.filter((id) => !stays(id))
  const before = command.edits ? [] : state.given.filter(stays)
  if (before.includes(by)) return { refused: 'approved-by-you' }
  const needed = Math.max(state.needed, command.needed) === 2 ? 2 : 1
  const kind = before.length + 1 >= needed ? 'approval.approved' : 'approval.given'
  const left: ApprovalEvent[] =
    gone.length === 0 ? [] : [{ kind: 'approval.passed-on', at, by: null, from: gone, to: [] }]
  return { events: [...left, { kind, at, by, edited: command.edits, needed }] }
}

/** What a command does to a request: events for the log, or a refusal that says why; nothing else changes one (V1, V2). */
export const decideApproval = (
  state: ApprovalState,
  command: ApprovalCommand,
  facts: ApprovalFacts,
): ApprovalDecision => {
  const { now: at, by } = facts
  if (command.kind === 'void')
    return state.status === 'approved' ? { events: [{ kind: 'approval.voided', at, by }] } : { refused: 'not-approved' }
  if (state.status !== 'waiting')
    return command.kind === 'tick'
      ? { events: [] }
      : { refused: 'already-decided', status: state.status, by: state.decidedBy }
  switch (command.kind) {
    case 'approve':
      return approve(state, command, facts)
    case 'return':
      return refuseReader(state, facts) ?? { events: [{ kind: 'approval.returned', at, by: by ?? '' }] }
    case 'hold-off':
      return (
        refuseReader(state, facts) ?? {
          events: [{ kind: 'approval.held-off', at, by: by ?? '', dueAt: command.dueAt }],
        }
      )
    case 'drop':
      return refuseReader(state, facts) ?? { events: [{ kind: 'approval.voided', at, by }] }
    case 'withdraw':
      return by === state.writerId
        ? { events: [{ kind: 'approval.withdrawn', at, by: state.writerId }] }
        : { refused: 'not-yours' }
    case 'tick':
      return { events: tickApproval(state, at, facts.team, command.owedBy) }
  }
}

/** The first event of a request: who reads it, and until when (V1, V2). */
export const askApproval = (asked: {
  readonly at: Instant
  readonly writerId: string
  readonly needed: 1 | 2
  readonly dueAt: Instant
  readonly owed: boolean
  readonly escalateAt: number
  readonly team: Team
}): ApprovalEvent => ({
  kind: 'approval.asked',
  ...{ at: asked.at, by: asked.writerId, needed: asked.needed, dueAt: asked.dueAt, owed: asked.owed },
  escalateAt: asked.escalateAt,
  to: chooseAsked(0, asked.team, asked.writerId, asked.needed),
})
