import { z } from 'zod'
import { WAY_SHAPES } from '#core/notification/bulletin.ts'
import { gravityLevel } from './gravity-shape.ts'
import { route } from './route.ts'
import { done, id, instant, memberRef, nothing } from './shapes.ts'

const way = z.object({
  id,
  name: z.string(),
  shape: z.enum(WAY_SHAPES),
  fromLevel: gravityLevel,
  language: z.enum(['fr', 'en']),
  /** What may be shown of the address. */
  host: z.string(),
  createdAt: instant,
  stoppedAt: instant.nullable(),
  lastSentAt: instant.nullable(),
  waiting: z.number(),
  /** What the last message met, while none has got through since. */
  trouble: z.object({ reason: z.string(), at: instant, givenUp: z.boolean() }).nullable(),
})

/** Who hears of an alert from which gravity on, and by which ways besides each member's own. */
export const alertListRoutes = {
  readAlertLists: route({
    method: 'GET',
    path: '/alert-lists',
    scope: 'workspace',
    permission: 'settings.write',
    summary: 'Who is told of an alert from which gravity on, by which ways, and what does not get through.',
    input: nothing,
    output: z.object({
      recipients: z.array(z.object({ member: memberRef, fromLevel: gravityLevel })),
      ways: z.array(way),
    }),
  }),
  keepAlertRecipients: route({
    method: 'PUT',
    path: '/alert-recipients',
    scope: 'workspace',
    permission: 'settings.write',
    summary: 'Says which members hear of an alert from which gravity on, whoever is on watch.',
    input: z.strictObject({
      recipients: z.array(z.strictObject({ memberId: id, fromLevel: gravityLevel })).max(200),
    }),
    output: done,
  }),
  addAlertWay: route({
    method: 'POST',
    path: '/alert-ways',
    scope: 'workspace',
    permission: 'systems.write',
    summary: 'Adds a way out to a room, a machine or a telephone; its signing secret is shown once.',
    input: z.strictObject({
      name: z.string().trim().min(1).max(80),
      shape: z.enum(WAY_SHAPES),
      fromLevel: gravityLevel,
      language: z.enum(['fr', 'en']),
      url: z.string().trim().min(1).max(2_000),
      authorization: z
        .string()
        .trim()
        .max(1_000)
        .regex(/^[\x20-\x7e]*$/)
        .optional(),
      chat: z.string().trim().max(100).optional(),
      numbers: z
        .array(z.string().regex(/^\+[1-9]\d{6,14}$/))
        .max(20)
        .optional(),
    }),
    output: z.object({ id, secret: z.string().nullable() }),
  }),
  tryAlertWay: route({
    method: 'POST',
    path: '/alert-ways/:id/try',
    scope: 'workspace',
    permission: 'systems.write',
    summary: 'Sends a message that says that it is a try.',
    input: z.strictObject({ id }),
    output: done,
  }),
  stopAlertWay: route({
    method: 'POST',
    path: '/alert-ways/:id/stop',
    scope: 'workspace',
    permission: 'systems.write',
    summary: 'Tells that way nothing more; what waited for it is dropped.',
    input: z.strictObject({ id }),
    output: done,
  }),
}
export type AlertLists = z.output<typeof alertListRoutes.readAlertLists.output>
