import type { incidentRoutes } from '#contract/incidents.ts'
import { closeIncident } from '#server/actions/close-incident.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { describeIncident } from '#server/actions/describe-incident.ts'
import { endIncidentRole, giveIncidentRole } from '#server/actions/give-incident-role.ts'
import { handOverIncident, takeIncident } from '#server/actions/hand-over-incident.ts'
import { linkCase, unlinkCase } from '#server/actions/link-cases.ts'
import { logDecision } from '#server/actions/log-decision.ts'
import { notePublicUpdate, planPublicUpdate } from '#server/actions/plan-public-update.ts'
import { putMaySay } from '#server/actions/put-may-say.ts'
import { setIncidentLevel } from '#server/actions/set-incident-level.ts'
import { readIncident } from '#server/queries/incident.ts'
import { readIncidentProposal } from '#server/queries/incident-proposal.ts'
import { listIncidents } from '#server/queries/incidents.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const incidents: Implementations<typeof incidentRoutes> = {
  listIncidents: forActor(listIncidents),
  readIncidentProposal: forActor(readIncidentProposal),
  declareIncident: forActor(declareIncident),
  readIncident: forActor(readIncident),
  describeIncident: forActor(describeIncident),
  setIncidentLevel: forActor(setIncidentLevel),
  giveIncidentRole: forActor(giveIncidentRole),
  endIncidentRole: forActor(endIncidentRole),
  handOverIncident: forActor(handOverIncident),
  takeIncident: forActor(takeIncident),
  putMaySay: forActor(putMaySay),
  logDecision: forActor(logDecision),
  planPublicUpdate: forActor(planPublicUpdate),
  notePublicUpdate: forActor(notePublicUpdate),
  linkCase: forActor(linkCase),
  unlinkCase: forActor(unlinkCase),
  closeIncident: forActor(closeIncident),
}
