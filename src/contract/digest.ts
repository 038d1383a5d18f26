import { z } from 'zod'
import { topics } from '#core/triage/labels.ts'
import { verbatimShape } from './radar.ts'
import { route } from './route.ts'
import { done, id, instant, memberRef } from './shapes.ts'

const topic = z.enum(topics)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const lineShape = z.object({
  id,
  /** Null: nobody hears of its topic yet. */
  departmentId: id.nullable(),
  department: z.string().nullable(),
  topic,
  intent: z.enum(['suggestion', 'question', 'complaint']),
  /** Empty: what is left of the topic. */
  label: z.array(z.string()),
  count: z.number(),
  authors: z.number(),
  /** Messages of this topic and intent in the week, and in the week before. */
  ofCount: z.number(),
  beforeCount: z.number(),
  owner: memberRef.nullable(),
  dueAt: instant,
  verbatims: z.array(verbatimShape),
  answer: z.object({ text: z.string(), by: memberRef.nullable(), at: instant }).nullable(),
})
export type DigestLine = z.infer<typeof lineShape>

export const digestRoutes = {
  readDigest: route({
    method: 'GET',
    path: '/digest',
    scope: 'workspace',
    permission: 'inbox.read',
    summary:
      'What customers want and ask in one week, by department, with their words, an owner and the answer (L2, T5).',
    input: z.strictObject({ week: day.optional() }),
    output: z.object({
      nextAt: instant,
      /** The Mondays of the digests there are, the last first. */
      weeks: z.array(day),
      week: z.object({ week: day, from: instant, until: instant, messages: z.number() }).nullable(),
      lines: z.array(lineShape),
      departments: z.array(z.object({ id, name: z.string() })),
      topics: z.array(z.object({ topic, departmentId: id })),
    }),
  }),
  answerWish: route({
    method: 'POST',
    path: '/digest/lines/:id/answer',
    scope: 'workspace',
    permission: 'case.work',
    summary:
      'Gives the answer of a department, whoever carries it; the cases that asked it show it, their owners are told.',
    input: z.strictObject({ id, answer: z.string().trim().min(1).max(4_000) }),
    output: done,
  }),
  giveWish: route({
    method: 'PUT',
    path: '/digest/lines/:id/owner',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'Says who owns what customers ask.',
    input: z.strictObject({ id, memberId: id }),
    output: done,
  }),
  hearTopic: route({
    method: 'PUT',
    path: '/digest/topics/:topic',
    scope: 'workspace',
    permission: 'rota.write',
    summary: 'Says which department hears of a topic, from the next digest on.',
    input: z.strictObject({ topic, departmentId: id.nullable() }),
    output: done,
  }),
}
export type DigestView = z.output<typeof digestRoutes.readDigest.output>
