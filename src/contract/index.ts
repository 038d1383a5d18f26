import { accessRoutes } from './access.ts'
import { alertListRoutes } from './alert-lists.ts'
import { alertRoutes } from './alerts.ts'
import { ambassadorRoutes } from './ambassadors.ts'
import { approvalRoutes } from './approvals.ts'
import { autonomyRoutes } from './autonomy.ts'
import { caseFileRoutes } from './case-file.ts'
import { caseRoutes } from './cases.ts'
import { charterRoutes } from './charter.ts'
import { deliveryRoutes } from './deliveries.ts'
import { departmentRoutes } from './departments.ts'
import { digestRoutes } from './digest.ts'
import { drillRoutes } from './drills.ts'
import { inboxRoutes } from './inbox.ts'
import { incidentRoutes } from './incidents.ts'
import { journalRoutes } from './journal.ts'
import { moderationRoutes } from './moderation.ts'
import { notificationRoutes } from './notifications.ts'
import { outreachRoutes } from './outreach.ts'
import { radarRoutes } from './radar.ts'
import { readingRoutes } from './readings.ts'
import { ruleRoutes } from './rules.ts'
import { scheduledRoutes } from './scheduled.ts'
import { sessionRoutes } from './session.ts'
import { situationNoteRoutes } from './situation-notes.ts'
import { speechRoutes } from './speech.ts'
import { statementRoutes } from './statements.ts'
import { teamRoutes } from './team.ts'
import { channelRoutes, workspaceRoutes } from './workspace.ts'

/** Every route of the desk. Besides these: GET /api/w/:workspace/events (SSE), GET /api/w/:workspace/files/:id, POST /hooks/:account. */
export const contract = {
  ...sessionRoutes,
  ...accessRoutes,
  ...inboxRoutes,
  ...caseRoutes,
  ...caseFileRoutes,
  ...departmentRoutes,
  ...autonomyRoutes,
  ...moderationRoutes,
  ...readingRoutes,
  ...deliveryRoutes,
  ...speechRoutes,
  ...journalRoutes,
  ...approvalRoutes,
  ...workspaceRoutes,
  ...channelRoutes,
  ...charterRoutes,
  ...ruleRoutes,
  ...teamRoutes,
  ...notificationRoutes,
  ...alertRoutes,
  ...incidentRoutes,
  ...radarRoutes,
  ...drillRoutes,
  ...alertListRoutes,
  ...situationNoteRoutes,
  ...outreachRoutes,
  ...ambassadorRoutes,
  ...digestRoutes,
  ...statementRoutes,
  ...scheduledRoutes,
}
export type DeskContract = typeof contract
