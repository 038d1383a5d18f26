import { z } from 'zod'
import { charterShape } from './charter-shape.ts'
import { route } from './route.ts'
import { id, instant, language, memberRef, nothing } from './shapes.ts'

const side = z.enum(['brand', 'agency'])
const number = z.coerce.number().int().min(1).max(1_000_000)

const line = z.object({
  number: z.number(),
  revision: z.number(),
  by: memberRef,
  createdAt: instant,
  editedAt: instant,
  inForceAt: instant.nullable(),
  approvals: z.array(z.object({ side, by: memberRef, at: instant })),
})
export const charterVersion = line.extend({ charter: charterShape })

/** Where an approval stands that was just given: still waiting for the other side, or in force. */
const approved = z.object({ number: z.number(), inForce: z.boolean() })
const drafted = z.object({ number: z.number(), revision: z.number() })

export const charterRoutes = {
  readCharter: route({
    method: 'GET',
    path: '/charter',
    scope: 'workspace',
    permission: 'charter.read',
    summary:
      'What was agreed: the charter in force, the draft of the next one, and how often each rule spoke in 30 days (H1).',
    input: nothing,
    output: z.object({
      inForce: charterVersion.nullable(),
      draft: charterVersion.nullable(),
      versions: z.array(line),
      networks: z.array(z.object({ connector: z.string(), network: z.string() })),
      accounts: z.array(z.object({ id, name: z.string() })),
      /** Replies that the guard held in over 30 days, each once however many rules spoke. */
      heldIn: z.number(),
      /** By rule: replies held in, and replies that left with a warning. */
      fired: z.array(z.object({ rule: z.string(), heldIn: z.number(), warned: z.number() })),
      /** By network: messages a week over four weeks, and deadlines missed over thirty days. */
      kept: z.array(z.object({ connector: z.string(), perWeek: z.number(), missed: z.number() })),
    }),
  }),
  readCharterVersion: route({
    method: 'GET',
    path: '/charter/versions/:number',
    scope: 'workspace',
    permission: 'charter.read',
    summary: 'One version as it was, with who approved it; versions are kept for ever.',
    input: z.strictObject({ number }),
    output: charterVersion,
  }),
  startCharter: route({
    method: 'POST',
    path: '/charter',
    scope: 'workspace',
    permission: 'charter.write',
    summary: 'Writes the first draft from a starter charter and from what the desk knows of the brand.',
    input: z.strictObject({ language }),
    output: drafted,
  }),
  editCharter: route({
    method: 'PUT',
    path: '/charter',
    scope: 'workspace',
    permission: 'charter.write',
    summary: 'Changes the draft, or opens the next version; refused when someone else has changed it since.',
    input: z.strictObject({ number, revision: z.number().int().min(1), charter: charterShape }),
    output: drafted,
  }),
  approveCharter: route({
    method: 'POST',
    path: '/charter/approval',
    scope: 'workspace',
    permission: 'charter.approve',
    fresh: true,
    summary: 'Approves the draft for one side; in force at once when both sides have.',
    input: z.strictObject({ number, revision: z.number().int().min(1), side }),
    output: approved,
  }),
}
export type CharterVersion = z.output<typeof charterVersion>
