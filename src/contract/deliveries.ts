import { z } from 'zod'
import { deliveryShape } from './case-view.ts'
import { route } from './route.ts'
import { audience, id, nothing } from './shapes.ts'

export const deliveryRoutes = {
  listUnsettled: route({
    method: 'GET',
    path: '/deliveries/unsettled',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Replies that need someone: refused, to check, too late to leave alone.',
    input: nothing,
    output: z.object({ deliveries: z.array(deliveryShape.extend({ caseNumber: z.number(), authorName: z.string() })) }),
  }),
  undoDelivery: route({
    method: 'DELETE',
    path: '/deliveries/:id',
    scope: 'workspace',
    permission: 'reply.send',
    summary: 'Takes a held reply back into the draft; refused once it is leaving.',
    input: z.strictObject({ id }),
    output: z.object({ text: z.string(), audience }),
  }),
  settleDelivery: route({
    method: 'POST',
    path: '/deliveries/:id/decision',
    scope: 'workspace',
    permission: 'reply.send',
    summary: 'A person says what became of it: it is published, send it again, or give it up.',
    input: z.strictObject({
      id,
      decision: z.enum(['published', 'send-again', 'give-up']),
      permalink: z
        .url({ protocol: /^https?$/ })
        .max(1000)
        .optional(),
    }),
    output: deliveryShape,
  }),
}
