import { z } from 'zod'
import { route } from './route.ts'
import { done, id, instant, memberRef, nothing } from './shapes.ts'

const words = z.object({ fr: z.string(), en: z.string() })
const part = z.enum(['trainee', 'observer'])
const state = z.enum(['running', 'paused', 'over'])
/** Minutes of the story since its beginning. */
const minute = z.number()
const outcome = z.enum(['calmed', 'held', 'grew'])

const scenarioLine = z.object({
  id: z.string(),
  title: words,
  source: words,
  briefing: words,
  lasts: minute,
  promise: minute,
  codes: z.array(z.string()),
})

const drillLine = z.object({
  workspaceId: id,
  scenario: z.string(),
  title: words,
  state,
  compression: z.number(),
  startedAt: instant,
  overAt: instant.nullable(),
  startedBy: memberRef,
  /** Whether the reader takes part, and may go there. */
  mine: z.boolean(),
  minute,
  total: z.number().nullable(),
  outcome: outcome.nullable(),
})

const pulse = z.object({
  minute,
  opinion: z.number(),
  volume: z.number(),
  waiting: z.number(),
  late: z.number(),
})

/** A word from inside the house, a call, or something published elsewhere. */
const word = z.object({
  seq: z.number(),
  minute,
  kind: z.enum(['inside', 'call', 'elsewhere']),
  from: words,
  says: words,
  /** A call is answered by then. */
  answerBy: minute.nullable(),
  /** The file of orders that a department hands over with it: whom to tell first (C2). */
  list: z.object({ people: z.number(), text: z.string() }).nullable(),
})

const note = z.object({ id, by: memberRef, minute, text: z.string() })

const moment = z.object({
  minute,
  is: z.enum(['kept', 'missed', 'fault']),
  weight: z.number(),
  by: memberRef.nullable(),
  person: z.string().nullable(),
  quote: z.string().nullable(),
  why: words,
  instead: words.nullable(),
  caseId: id.nullable(),
})

const scenarioText = z.string().max(400_000)
const compression = z.number().int().min(1).max(60)
const memberIds = z.array(id).max(100)
const spoken = z.strictObject({
  by: z.string().max(60),
  text: z.string().trim().min(1).max(1000),
  audience: z.enum(['public', 'private']),
})

/** Drills: started from a brand, played in a workspace of their own from which nothing leaves (C4). */
export const drillRoutes = {
  readDrills: route({
    method: 'GET',
    path: '/drills',
    scope: 'workspace',
    permission: 'drill.read',
    summary: 'The scenarios that can be played, and the drills of the brand with what they scored.',
    input: nothing,
    output: z.object({ now: instant, scenarios: z.array(scenarioLine), drills: z.array(drillLine) }),
  }),
  checkScenario: route({
    method: 'POST',
    path: '/drills/scenario',
    scope: 'workspace',
    permission: 'drill.run',
    summary: 'Reads a scenario that somebody wrote; each fault is told by its line.',
    input: z.strictObject({ text: scenarioText }),
    output: scenarioLine,
  }),
  startDrill: route({
    method: 'POST',
    path: '/drills',
    scope: 'workspace',
    permission: 'drill.run',
    summary: 'Starts a drill in a sealed workspace of its own.',
    input: z.strictObject({
      scenario: z.union([z.strictObject({ id: z.string().max(60) }), z.strictObject({ text: scenarioText })]),
      compression,
      seed: z.string().trim().min(1).max(60).optional(),
      trainees: memberIds,
      observers: memberIds,
    }),
    output: z.object({ workspaceId: id }),
  }),
  readDrill: route({
    method: 'GET',
    path: '/drill',
    scope: 'workspace',
    permission: 'drill.read',
    summary: 'The drill of this workspace, as whoever answers may know it.',
    input: nothing,
    output: z.object({
      now: instant,
      brandId: id,
      title: words,
      briefing: words,
      state,
      compression,
      minute,
      lasts: minute,
      /** How soon an answer is owed: in the story, and on the desk’s own clock. */
      promise: z.object({ story: minute, desk: z.number() }),
      part: part.nullable(),
      /** Whether the reader may pause and end it. */
      runs: z.boolean(),
      people: z.array(memberRef.extend({ part })),
      departments: z.array(words),
      words: z.array(word),
      facts: z.array(z.object({ minute, says: words })),
    }),
  }),
  changeDrill: route({
    method: 'POST',
    path: '/drill/state',
    scope: 'workspace',
    permission: 'drill.read',
    summary: 'Pauses, resumes or ends the drill; for its observers and for whoever started it.',
    input: z.strictObject({ to: z.enum(['pause', 'resume', 'stop']) }),
    output: done,
  }),
  readDrillConsole: route({
    method: 'GET',
    path: '/drill/console',
    scope: 'workspace',
    permission: 'drill.read',
    summary: 'What observers see: the curve, each person’s mood, who does what, and what is to come.',
    input: nothing,
    output: z.object({
      pulses: z.array(pulse),
      mood: z.number(),
      people: z.array(
        z.object({
          ...{ id: z.string(), name: z.string(), handle: z.string(), role: z.string(), followers: z.number() },
          ...{ opinion: z.number(), waitsSince: minute.nullable(), late: z.boolean(), settled: z.boolean() },
          answers: z.number(),
        }),
      ),
      deeds: z.array(
        z.object({
          ...{ id: z.string(), minute, by: memberRef.nullable(), kind: z.string() },
          ...{ person: z.string().nullable(), text: z.string() },
        }),
      ),
      moments: z.array(moment.extend({ code: z.string() })),
      upcoming: z.array(
        z.object({ id: z.string(), minute, kind: z.string(), from: words, says: words, conditional: z.boolean() }),
      ),
      notes: z.array(note),
    }),
  }),
  orderInject: route({
    method: 'POST',
    path: '/drill/injects',
    scope: 'workspace',
    permission: 'drill.read',
    summary: 'Makes an inject happen now, or puts words into somebody’s mouth; for observers.',
    input: z.union([z.strictObject({ inject: z.string().max(60) }), spoken]),
    output: done,
  }),
  noteDrill: route({
    method: 'POST',
    path: '/drill/notes',
    scope: 'workspace',
    permission: 'drill.read',
    summary: 'Keeps an observer’s note for the debrief.',
    input: z.strictObject({ text: z.string().trim().min(1).max(2000) }),
    output: done,
  }),
  readDebrief: route({
    method: 'GET',
    path: '/drill/debrief',
    scope: 'workspace',
    permission: 'drill.read',
    summary: 'How a drill that is over went, by the rules of the trade, beside earlier ones.',
    input: nothing,
    output: z.object({
      title: words,
      ...{ startedAt: instant, overAt: instant, compression, lasted: minute },
      ...{ total: z.number(), outcome, says: z.array(words), lesson: words },
      codes: z.array(
        z.object({
          ...{ code: z.string(), score: z.number().nullable(), weight: z.number(), why: words },
          instead: words.nullable(),
          moments: z.array(moment),
          ...{ before: z.number().nullable(), best: z.number().nullable() },
          trend: z.enum(['better', 'same', 'worse', 'new']).nullable(),
        }),
      ),
      pulses: z.array(pulse),
      peak: z.object({ minute, volume: z.number() }),
      stopped: z.array(z.object({ minute, by: memberRef.nullable(), codes: z.array(z.string()) })),
      people: z.array(memberRef.extend({ part })),
      notes: z.array(note),
      comparison: z.array(words),
      earlier: z.array(z.object({ workspaceId: id, startedAt: instant, total: z.number(), outcome })),
    }),
  }),
}
export type DrillsView = z.output<typeof drillRoutes.readDrills.output>
export type DrillView = z.output<typeof drillRoutes.readDrill.output>
export type DrillConsole = z.output<typeof drillRoutes.readDrillConsole.output>
export type DebriefView = z.output<typeof drillRoutes.readDebrief.output>
