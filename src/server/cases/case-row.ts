import { type CaseState, isThanks } from '#core/case/case.ts'
import type { CaseEvent } from '#core/case/event.ts'
import type { DeskEvent } from '#core/event.ts'
import type { Row, RowChange } from '#server/db/schema.ts'

const date = (at: number | null): Date | null => (at === null ? null : new Date(at))

/** How long the promise was for the words whose deadline comes first: the whole length of the row's fuse (A2). */
const promisedMs = ({ dueAt, unanswered }: CaseState): number | null => {
  const first = unanswered.find((one) => one.dueAt === dueAt)
  return first === undefined ? null : Math.max(1, first.dueAt - first.at)
}

/** What queries and indexes need of the fold, beside the fold itself. */
export const caseColumns = (state: CaseState) =>
  ({
    state: state.state,
    owner_id: state.ownerId,
    due_at: date(state.dueAt),
    thanks: isThanks(state),
    promised_ms: promisedMs(state),
    unanswered_since: date(state.unansweredSince),
    breached_at: date(state.breachedAt),
    snoozed_until: date(state.snoozedUntil),
    last_in_at: date(state.lastInAt),
    last_out_at: date(state.lastOutAt),
    answered_at: date(state.firstOutAt),
    resolved_at: date(state.closing?.at ?? null),
    resolution: state.closing?.reason ?? null,
    resolution_note: state.closing?.note ?? null,
    fold: JSON.stringify(state),
  }) satisfies RowChange<'cases'>

type Place = Pick<Row<'cases'>, 'id' | 'conversation_id' | 'account_id'>

/** An event of the case as a line of the log. */
export const caseEvent = (place: Place, { kind, at, by, ...data }: CaseEvent): DeskEvent => ({
  name: kind,
  at,
  memberId: by,
  accountId: place.account_id,
  caseId: place.id,
  conversationId: place.conversation_id,
  data,
})
