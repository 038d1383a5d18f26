import { z } from 'zod'
import { MEANS } from '#core/notification/choices.ts'
import { TOPICS } from '#core/notification/topics.ts'
import { route } from './route.ts'
import { done, id, instant, nothing } from './shapes.ts'

const wall = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const slot = z.strictObject({
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7).readonly(),
  from: wall,
  /** At or before `from` it is of the next day. */
  until: wall,
})

const choices = z.strictObject({
  means: z.record(z.enum(TOPICS), z.array(z.enum(MEANS)).max(2).readonly()),
  quiet: z.strictObject({ timeZone: z.string().max(60), slots: z.array(slot).max(10).readonly() }),
})

const device = z.object({
  id,
  name: z.string(),
  /** Names the subscription to the browser that made it. */
  key: z.string(),
  addedAt: instant,
  toldAt: instant.nullable(),
})

export const notificationRoutes = {
  readNotificationSettings: route({
    method: 'GET',
    path: '/notification-settings',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'By which means I am told of what, when I am left in peace, and on which devices.',
    input: nothing,
    output: z.object({
      choices,
      email: z.object({ address: z.string(), ready: z.boolean() }),
      /** What a browser needs to subscribe to this desk. */
      pushKey: z.string().nullable(),
      devices: z.array(device),
      /** The last message that did not get through, while none has since. */
      trouble: z.array(z.object({ means: z.enum(MEANS), reason: z.string(), at: instant, givenUp: z.boolean() })),
    }),
  }),
  keepNotificationChoices: route({
    method: 'PUT',
    path: '/notification-settings',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Chooses the means for each topic, and the quiet hours.',
    input: choices,
    output: done,
  }),
  addNotificationDevice: route({
    method: 'POST',
    path: '/notification-devices',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Lets a browser of mine be told by web push.',
    input: z.strictObject({
      name: z.string().trim().min(1).max(80),
      endpoint: z.url({ protocol: /^https$/ }).max(1000),
      p256dh: z.string().max(120),
      auth: z.string().max(60),
    }),
    output: z.object({ id }),
  }),
  removeNotificationDevice: route({
    method: 'DELETE',
    path: '/notification-devices/:id',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Tells that browser nothing more.',
    input: z.strictObject({ id }),
    output: done,
  }),
}
