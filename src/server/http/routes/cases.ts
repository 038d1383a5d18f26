import type { caseRoutes } from '#contract/cases.ts'
import type { deliveryRoutes } from '#contract/deliveries.ts'
import { addNote } from '#server/actions/add-note.ts'
import { askPrivateWay } from '#server/actions/ask-private-way.ts'
import { assignCase } from '#server/actions/assign-case.ts'
import { labelCase } from '#server/actions/label-case.ts'
import { recordFact } from '#server/actions/record-fact.ts'
import { reopenCase, resolveCase } from '#server/actions/resolve-case.ts'
import { saveDraft } from '#server/actions/save-draft.ts'
import { sendReply } from '#server/actions/send-reply.ts'
import { settleDelivery } from '#server/actions/settle-delivery.ts'
import { leaveCase, showPresence } from '#server/actions/show-presence.ts'
import { snoozeCase, wakeCase } from '#server/actions/snooze-case.ts'
import { takePen } from '#server/actions/take-pen.ts'
import { undoDelivery } from '#server/actions/undo-delivery.ts'
import { readCase, readOlderMessages } from '#server/queries/case.ts'
import { readTimeline } from '#server/queries/timeline.ts'
import { listUnsettled } from '#server/queries/unsettled.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const cases: Implementations<typeof caseRoutes> = {
  readCase: forActor(readCase),
  readOlderMessages: forActor(readOlderMessages),
  readPrivateWay: forActor(askPrivateWay),
  readTimeline: forActor(readTimeline),
  assignCase: forActor(assignCase),
  snoozeCase: forActor(snoozeCase),
  wakeCase: forActor(wakeCase),
  resolveCase: forActor(resolveCase),
  reopenCase: forActor(reopenCase),
  addNote: forActor(addNote),
  labelCase: forActor((desk, actor, input) => labelCase(desk, actor, input)),
  unlabelCase: forActor((desk, actor, input) => labelCase(desk, actor, input, false)),
  recordFact: forActor(recordFact),
  showPresence: forActor(showPresence),
  leaveCase: forActor(leaveCase),
  takePen: forActor(takePen),
  saveDraft: forActor(saveDraft),
  sendReply: forActor(sendReply),
}

export const deliveries: Implementations<typeof deliveryRoutes> = {
  listUnsettled: forActor(listUnsettled),
  undoDelivery: forActor(undoDelivery),
  settleDelivery: forActor(settleDelivery),
}
