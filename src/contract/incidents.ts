import { z } from 'zod'
import { CLOSING_CRITERIA } from '#core/crisis/closing.ts'
import { MAY_SAY_CLAIMS, MAY_SAY_STATES } from '#core/crisis/may-say-line.ts'
import { INCIDENT_ROLES } from '#core/crisis/roles.ts'
import { topics } from '#core/triage/labels.ts'
import { route } from './route.ts'
import { done, id, instant, memberRef, nothing } from './shapes.ts'

const level = z.union([z.literal(1), z.literal(2), z.literal(3)])
const title = z.string().trim().min(1).max(120)
const words = z.array(z.string().trim().min(1).max(60)).max(30)
const note = z.string().trim().min(1).max(2000)

/** Which mentions belong to an incident. */
const matching = z.strictObject({
  all: z.boolean(),
  topics: z.array(z.enum(topics)).max(topics.length),
  words,
  without: words,
  accountIds: z.array(id).max(100),
})

const one = z.object({ id, title: z.string(), level, declaredAt: instant })
const inCell = { method: 'POST', scope: 'workspace', permission: 'incident.lead' } as const
const seen = { method: 'GET', scope: 'workspace', permission: 'inbox.read' } as const

/** The crisis cell: declared in one act, led, told what may be said, closed (C1, C3, C4). */
export const incidentRoutes = {
  listIncidents: route({
    ...{ ...seen, path: '/incidents' },
    summary: 'The crisis cells that are open, and the last ones that were closed.',
    input: nothing,
    output: z.object({
      now: instant,
      open: z.array(
        one.extend({
          alertId: id.nullable(),
          nextPublicAt: instant.nullable(),
          pilot: memberRef.nullable(),
          /** The pilot said that they have it. */
          isTaken: z.boolean(),
        }),
      ),
      closed: z.array(one.extend({ closedAt: instant })),
    }),
  }),
  readIncidentProposal: route({
    ...{ ...seen, path: '/incident-proposal' },
    summary: 'What a declaration would say, drawn from the surge.',
    input: z.strictObject({ alertId: id.optional() }),
    output: z.object({ title: z.string(), level, matching, sinceAt: instant, alertId: id.nullable() }),
  }),
  declareIncident: route({
    ...{ method: 'POST', path: '/incidents', scope: 'workspace', permission: 'incident.declare' },
    summary:
      'Declares an incident, piloted by whoever declares it; what is left out is drawn from the surge. One about the same affair is joined.',
    input: z.strictObject({
      alertId: id.optional(),
      title: title.optional(),
      level: level.optional(),
      matching: matching.optional(),
      sinceAt: instant.min(0).optional(),
    }),
    output: z.object({ id, joined: z.boolean() }),
  }),
  readIncident: route({
    ...{ ...seen, path: '/incidents/:id' },
    summary: 'One crisis cell: its clocks, its curve, who holds what, what may be said, what is owed, its thread.',
    input: z.strictObject({ id }),
    output: one.extend({
      ...{ now: instant, matching, sinceAt: instant, alertId: id.nullable(), declaredBy: memberRef },
      ...{ lastPublicAt: instant.nullable(), nextPublicAt: instant.nullable() },
      /** Mentions of before are still being looked at. */
      isLinkingPast: z.boolean(),
      /** A named person has taken charge: it may be said (C1, G4). */
      isTakenCareOf: z.boolean(),
      roles: z.array(
        z.object({
          ...{ id, role: z.enum(INCIDENT_ROLES), member: memberRef },
          department: z.object({ id, name: z.string() }).nullable(),
          ...{ givenAt: instant, takenAt: instant.nullable(), isAway: z.boolean() },
        }),
      ),
      maySay: z.array(
        z.object({
          ...{ lineId: id, state: z.enum(MAY_SAY_STATES), says: z.string(), words: z.array(z.string()) },
          ...{ claims: z.array(z.enum(MAY_SAY_CLAIMS)), dates: z.boolean(), proof: z.string().nullable() },
          ...{ by: memberRef, at: instant },
        }),
      ),
      log: z.array(
        z.object({
          ...{ id, at: instant, name: z.string(), by: memberRef.nullable(), words: z.string().nullable() },
          data: z.record(z.string(), z.unknown()),
        }),
      ),
      figures: z.object({
        ...{ mentions: z.number(), cases: z.number(), answered: z.number(), owed: z.number(), late: z.number() },
      }),
      curve: z.object({
        bucketMs: z.number(),
        points: z.array(z.object({ at: instant, count: z.number(), usual: z.number().nullable() })),
      }),
      criteria: z.array(z.object({ name: z.enum(CLOSING_CRITERIA), met: z.boolean() })),
      closed: z.object({ at: instant, by: memberRef, reason: z.string().nullable() }).nullable(),
    }),
  }),
  describeIncident: route({
    ...{ ...inCell, path: '/incidents/:id/description' },
    summary: 'Says what the incident is about; other words link other mentions.',
    input: z.strictObject({ id, title, matching, sinceAt: instant.min(0) }),
    output: done,
  }),
  setIncidentLevel: route({
    ...{ ...inCell, path: '/incidents/:id/level' },
    summary: 'Changes the level, and the pace of public updates with it.',
    input: z.strictObject({ id, level }),
    output: done,
  }),
  giveIncidentRole: route({
    ...{ ...inCell, path: '/incidents/:id/roles' },
    summary: 'Gives somebody a part: writes, validates, watches, or joins a department.',
    input: z.strictObject({
      id,
      role: z.enum(INCIDENT_ROLES).exclude(['pilot']),
      memberId: id,
      departmentId: id.optional(),
    }),
    output: done,
  }),
  endIncidentRole: route({
    ...{ ...inCell, path: '/incidents/:id/ended-roles' },
    summary: 'Ends a part that somebody held.',
    input: z.strictObject({ id, roleId: id }),
    output: done,
  }),
  handOverIncident: route({
    ...{ ...inCell, path: '/incidents/:id/hand-over' },
    summary: 'Passes the lead to a colleague, who is told.',
    input: z.strictObject({ id, memberId: id }),
    output: done,
  }),
  takeIncident: route({
    ...{ ...inCell, path: '/incidents/:id/take' },
    summary: 'Says that one has the lead: the one who was named, or anybody who may lead.',
    input: z.strictObject({ id }),
    output: done,
  }),
  putMaySay: route({
    ...{ ...inCell, path: '/incidents/:id/may-say' },
    summary: 'Puts a line of what may be said: confirmed, not yet confirmed, forbidden, or withdrawn.',
    input: z.strictObject({
      id,
      lineId: id.optional(),
      state: z.enum(MAY_SAY_STATES),
      says: z.string().trim().min(1).max(500),
      words,
      claims: z.array(z.enum(MAY_SAY_CLAIMS)).max(MAY_SAY_CLAIMS.length),
      dates: z.boolean(),
      proof: z.string().trim().min(1).max(300).nullable(),
    }),
    output: z.object({ lineId: id }),
  }),
  logDecision: route({
    ...{ ...inCell, path: '/incidents/:id/log' },
    summary: 'Writes a decision down in the thread of the cell.',
    input: z.strictObject({ id, words: note }),
    output: done,
  }),
  planPublicUpdate: route({
    ...{ ...inCell, path: '/incidents/:id/next-update' },
    summary: 'Says when the public next hears from the brand.',
    input: z.strictObject({ id, at: instant }),
    output: done,
  }),
  notePublicUpdate: route({
    ...{ ...inCell, path: '/incidents/:id/updates' },
    summary: 'Notes a public update that was made outside the desk; the clock starts anew.',
    input: z.strictObject({ id, words: note }),
    output: done,
  }),
  linkCase: route({
    ...{ ...inCell, path: '/incidents/:id/cases', permission: 'case.work' },
    summary: 'Links a case to the incident, whatever it says.',
    input: z.strictObject({ id, caseId: id }),
    output: done,
  }),
  unlinkCase: route({
    ...{ ...inCell, path: '/incidents/:id/unlinked-cases', permission: 'case.work' },
    summary: 'Says that a case is about something else; it is not linked again by itself.',
    input: z.strictObject({ id, caseId: id }),
    output: done,
  }),
  closeIncident: route({
    ...{ ...inCell, path: '/incidents/:id/close' },
    summary: 'Closes the cell; with a reason where its criteria are not met.',
    input: z.strictObject({ id, reason: note.nullable().optional() }),
    output: done,
  }),
}
export type IncidentsView = z.output<typeof incidentRoutes.listIncidents.output>
export type IncidentView = z.output<typeof incidentRoutes.readIncident.output>
export type IncidentMatching = z.output<typeof matching>
