import type { ApprovalEvent, ApprovalState } from './approval.ts'

type Asked = Extract<ApprovalEvent, { kind: 'approval.asked' }>
type Agreed = Extract<ApprovalEvent, { kind: 'approval.given' | 'approval.approved' }>

const ask = ({ at, by, needed, to, dueAt, owed, escalateAt }: Asked): ApprovalState => ({
  ...{ status: 'waiting', writerId: by, needed, given: [], wording: 1, edited: false },
  ...{ askedAt: at, countedFrom: at, dueAt, owed, escalateAt, step: 0, askedOf: to },
  ...{ holdingOffered: false, isLate: false, decidedBy: null, decidedAt: null },
})

/** New words are approved by nobody but whoever wrote them in. */
const agree = (state: ApprovalState, { by, edited, needed }: Agreed): ApprovalState => ({
  ...state,
  needed,
  given: edited ? [by] : [...state.given.filter((id) => id !== by), by],
  wording: state.wording + (edited ? 1 : 0),
  edited: state.edited || edited,
})

const end = (state: ApprovalState, status: ApprovalState['status'], event: ApprovalEvent): ApprovalState => ({
  ...state,
  status,
  decidedBy: event.by,
  decidedAt: event.at,
})

const union = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())]

const go = (state: ApprovalState, event: Exclude<ApprovalEvent, Asked>): ApprovalState => {
  switch (event.kind) {
    case 'approval.given':
      return agree(state, event)
    case 'approval.approved':
      return end(agree(state, event), 'approved', event)
    case 'approval.returned':
      return end(state, 'returned', event)
    case 'approval.withdrawn':
      return end(state, 'withdrawn', event)
    case 'approval.voided':
      return end({ ...state, given: [] }, 'voided', event)
    case 'approval.escalated':
      return { ...state, step: event.step, askedOf: union(state.askedOf, event.to) }
    case 'approval.passed-on': {
      const stays = (id: string) => !event.from.includes(id)
      return { ...state, askedOf: union(state.askedOf.filter(stays), event.to), given: state.given.filter(stays) }
    }
    case 'approval.hastened':
      return { ...state, dueAt: event.dueAt, owed: true }
    case 'approval.holding-offered':
      return { ...state, holdingOffered: true }
    case 'approval.held-off':
      return {
        ...state,
        ...{
          countedFrom: event.at,
          dueAt: event.dueAt,
          metBy: state.dueAt,
          step: 0,
          holdingOffered: false,
          isLate: false,
        },
      }
    case 'approval.late':
      return { ...state, isLate: true }
  }
}

/** A request is what happened to it: replaying its events gives its row (V1). */
export const applyApproval = (state: ApprovalState | null, event: ApprovalEvent): ApprovalState => {
  if (event.kind === 'approval.asked') return ask(event)
  if (state === null) throw new Error(`${event.kind} before approval.asked`)
  return go(state, event)
}
