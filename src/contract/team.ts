import { z } from 'zod'
import { DUTIES } from '#core/rota/rota.ts'
import { route } from './route.ts'
import { done, id, instant, language, memberRef, nothing, role } from './shapes.ts'

export const duty = z.enum(DUTIES)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const weekday = z.number().int().min(1).max(7)
const from = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const to = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

const present = z.object({ memberId: id, insteadOf: id.nullable() })
/** `from` and `to` are the wall clock of the brand; `share…` where the stretch stands in its day, from 0 to 1. */
const stretch = z.object({
  from: z.string(),
  to: z.string(),
  fromAt: instant,
  untilAt: instant,
  shareFrom: z.number(),
  shareTo: z.number(),
  present: z.array(present),
  open: z.boolean(),
  hole: z.boolean(),
})

export const rotaView = z.object({
  now: instant,
  timeZone: z.string(),
  /** Whether the desk is open now. */
  open: z.boolean(),
  today: day,
  days: z.array(z.object({ day, closed: z.boolean() })),
  duties: z.array(
    z.object({
      duty,
      planned: z.boolean(),
      now: z.array(present),
      /** Seven days, each with the stretches in which somebody is there or should be. */
      week: z.array(z.array(stretch)),
      nextHole: z.object({ fromAt: instant, untilAt: instant, day, from: z.string(), to: z.string() }).nullable(),
    }),
  ),
  members: z.array(memberRef.extend({ role, able: z.array(duty) })),
  shifts: z.array(z.object({ id, memberId: id, duty, weekday, from: z.string(), to: z.string() })),
  /** Those that are not over, the nearest first; days are the brand's, the last one included. */
  absences: z.array(
    z.object({ id, memberId: id, standInId: id.nullable(), fromDay: day, untilDay: day, started: z.boolean() }),
  ),
})
export type RotaView = z.infer<typeof rotaView>

const word = z.string().trim().min(1).max(60)
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('skill'), skill: word }),
  z.strictObject({ kind: z.literal('department'), departmentId: id }),
  z.strictObject({ kind: z.literal('member'), memberId: id }),
])
/** Every condition that is set must hold; a rule sets one at least. */
const rule = z
  .strictObject({
    words: z.array(word).max(50),
    connector: z.string().max(60).nullable(),
    accountId: id.nullable(),
    language: language.nullable(),
    to: target,
  })
  .refine((one) => one.words.length > 0 || one.connector !== null || one.accountId !== null || one.language !== null)

export const routingView = z.strictObject({
  /** Whether new cases find an owner by themselves. */
  gives: z.boolean(),
  mostOpen: z.number().int().min(1).max(1000),
  /** What members take; an empty list is everything. */
  hands: z
    .array(
      z.strictObject({
        memberId: id,
        languages: z.array(language).max(2),
        accountIds: z.array(id).max(500),
        skills: z.array(word).max(100),
      }),
    )
    .max(1000),
  /** Words of the trade that the brand chose: what somebody may know. */
  skills: z.array(word).max(100),
  /** The first whose conditions hold says whom a case goes to. */
  rules: z.array(rule).max(100),
})
export type RoutingView = z.infer<typeof routingView>

export const teamRoutes = {
  readRouting: route({
    method: 'GET',
    path: '/routing',
    scope: 'workspace',
    permission: 'rota.read',
    summary: 'Whether new cases find an owner by themselves, and who takes what (T2).',
    input: nothing,
    output: routingView,
  }),
  changeRouting: route({
    method: 'PUT',
    path: '/routing',
    scope: 'workspace',
    permission: 'rota.write',
    summary: 'Changes how new cases find an owner.',
    input: routingView,
    output: done,
  }),
  readRota: route({
    method: 'GET',
    path: '/rota',
    scope: 'workspace',
    permission: 'rota.read',
    summary: 'Who is on duty now, and hour by hour in the week of a day, with the hours that nobody takes (T1, L4).',
    input: z.object({ day: day.optional() }).optional(),
    output: rotaView,
  }),
  setShift: route({
    method: 'POST',
    path: '/shifts',
    scope: 'workspace',
    permission: 'rota.write',
    summary: 'Gives a member hours of a duty on days of every week; hours that it overlaps give way.',
    input: z.strictObject({ memberId: id, duty, weekdays: z.array(weekday).min(1).max(7), from, to }),
    output: done,
  }),
  removeShift: route({
    method: 'DELETE',
    path: '/shifts/:id',
    scope: 'workspace',
    permission: 'rota.write',
    summary: 'Takes hours out of the rota.',
    input: z.strictObject({ id }),
    output: done,
  }),
  recordAbsence: route({
    method: 'POST',
    path: '/absences',
    scope: 'workspace',
    permission: 'absence.write',
    summary:
      'Says who is away, from one day to another included, and who stands in; one’s own, or anybody’s for a manager.',
    input: z.strictObject({ memberId: id, fromDay: day, untilDay: day, standInId: id.nullable() }),
    output: done,
  }),
  endAbsence: route({
    method: 'PUT',
    path: '/absences/:id/end',
    scope: 'workspace',
    permission: 'absence.write',
    summary: 'Says that somebody is back, or will not be away after all.',
    input: z.strictObject({ id }),
    output: done,
  }),
}
