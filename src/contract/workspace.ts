import { z } from 'zod'
import { route } from './route.ts'
import { accountShape, done, id, instant, language, nothing, role } from './shapes.ts'

export const privateWayOffer = z.strictObject({
  kind: z.enum(['phone', 'email', 'form', 'other']),
  value: z.string().trim().min(3).max(300),
})

export const workspaceView = z.object({
  id,
  name: z.string(),
  language,
  timeZone: z.string(),
  undoMs: z.number(),
  lateAfterMinutes: z.number(),
  privateWays: z.array(privateWayOffer),
})

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const slot = z.strictObject({ opens: time, closes: time })
/** Several slots a day; a slot that closes at or before its opening runs past midnight. */
export const businessHours = z.strictObject({
  timeZone: z.string().max(60),
  weekly: z.partialRecord(
    z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
    z.array(slot).max(8),
  ),
  holidays: z.array(day).max(400),
  exceptional: z.array(z.strictObject({ date: day, slots: z.array(slot).max(8) })).max(400),
})

export const slaPolicy = z.strictObject({
  connector: z.string().max(60),
  firstReplyMinutes: z.number().int().min(1).max(43_200),
  nextReplyMinutes: z.number().int().min(1).max(43_200),
  /** To praise and thanks alone (A5). */
  thanksReplyMinutes: z.number().int().min(1).max(43_200).optional(),
  calendar: z.enum(['always', 'business']),
})

const memberView = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  seenAt: instant.nullable(),
  disabled: z.boolean(),
})
const label = z.object({ id, name: z.string(), colour: z.string() })
const colour = z.string().regex(/^#[0-9a-f]{6}$/i)

export const workspaceRoutes = {
  readWorkspace: route({
    method: 'GET',
    path: '/workspace',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'The brand and how its desk is set.',
    input: nothing,
    output: workspaceView,
  }),
  updateWorkspace: route({
    method: 'PUT',
    path: '/workspace',
    scope: 'workspace',
    permission: 'settings.write',
    summary: 'Changes the brand’s name, language, undo time and private ways.',
    input: workspaceView.omit({ id: true }).partial().strict(),
    output: workspaceView,
  }),
  createWorkspace: route({
    method: 'POST',
    path: '/workspaces',
    scope: 'installation',
    permission: 'member',
    summary: 'Opens a desk for another brand; only for an administrator of one.',
    input: z.strictObject({ name: z.string().trim().min(1).max(120), language, timeZone: z.string().max(60) }),
    output: z.object({ id }),
  }),
  listMembers: route({
    method: 'GET',
    path: '/members',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Who works for the brand, and in which role.',
    input: nothing,
    output: z.object({ members: z.array(memberView) }),
  }),
  inviteMember: route({
    method: 'POST',
    path: '/invitations',
    scope: 'workspace',
    permission: 'members.write',
    fresh: true,
    summary: 'Makes a one-time link for a colleague; valid three days.',
    input: z.strictObject({ email: z.email().max(200), role }),
    output: z.object({ url: z.string(), expiresAt: instant }),
  }),
  changeRole: route({
    method: 'PUT',
    path: '/members/:id/role',
    scope: 'workspace',
    permission: 'members.write',
    fresh: true,
    summary: 'Gives a member another role; the last administrator keeps theirs.',
    input: z.strictObject({ id, role }),
    output: done,
  }),
  removeMember: route({
    method: 'DELETE',
    path: '/members/:id',
    scope: 'workspace',
    permission: 'members.write',
    fresh: true,
    summary: 'Takes a member out of the brand; their sessions here end, their cases go back to the queue.',
    input: z.strictObject({ id }),
    output: done,
  }),
  listLabels: route({
    method: 'GET',
    path: '/labels',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'The brand’s labels.',
    input: nothing,
    output: z.object({ labels: z.array(label) }),
  }),
  createLabel: route({
    method: 'POST',
    path: '/labels',
    scope: 'workspace',
    permission: 'case.work',
    summary: 'A new label.',
    input: z.strictObject({ name: z.string().trim().min(1).max(40), colour: colour.optional() }),
    output: label,
  }),
  deleteLabel: route({
    method: 'DELETE',
    path: '/labels/:id',
    scope: 'workspace',
    permission: 'settings.write',
    summary: 'Removes a label everywhere.',
    input: z.strictObject({ id }),
    output: done,
  }),
  readPromises: route({
    method: 'GET',
    path: '/promises',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'The deadline promised on each network (A2), and the opening hours that count.',
    input: nothing,
    output: z.object({
      policies: z.array(
        slaPolicy.extend({ thanksReplyMinutes: z.number(), network: z.string(), default: z.boolean() }),
      ),
      calendar: businessHours,
    }),
  }),
  updatePolicy: route({
    method: 'PUT',
    path: '/promises/:connector',
    scope: 'workspace',
    permission: 'settings.write',
    summary: 'Changes the promise on one network; it holds for messages to come.',
    input: slaPolicy,
    output: done,
  }),
  updateCalendar: route({
    method: 'PUT',
    path: '/calendar',
    scope: 'workspace',
    permission: 'settings.write',
    summary: 'Changes the opening hours and holidays.',
    input: businessHours,
    output: done,
  }),
}

const field = z.object({
  name: z.string(),
  label: z.object({ fr: z.string(), en: z.string() }),
  hint: z.object({ fr: z.string(), en: z.string() }).optional(),
  kind: z.enum(['text', 'secret', 'url', 'number', 'email', 'choice', 'switch']),
  required: z.boolean(),
  initial: z.string().optional(),
  choices: z.array(z.object({ value: z.string(), label: z.object({ fr: z.string(), en: z.string() }) })).optional(),
})

const channelHealth = accountShape.extend({
  attention: z.string().nullable(),
  connectedAt: instant,
  lastWebhookAt: instant.nullable(),
  lastPollAt: instant.nullable(),
  lastMessageAt: instant.nullable(),
  nextPollAt: instant.nullable(),
  pollFailures: z.number(),
  tokenExpiresAt: instant.nullable(),
  gapsRepaired: z.number(),
  quietUntil: instant.nullable(),
  listens: z.array(z.enum(['webhook', 'poll', 'live'])),
  /** Where the other side posts, for accounts that take webhooks; the secret is shown once, at connection. */
  hookUrl: z.string().nullable(),
  outsideDesk: z.number(),
  waitingReceipts: z.number(),
})

export const channelRoutes = {
  listConnectors: route({
    method: 'GET',
    path: '/connectors',
    scope: 'workspace',
    permission: 'channels.read',
    summary: 'The networks this desk can speak, with what each can do and what it asks to connect.',
    input: nothing,
    output: z.object({
      connectors: z.array(
        z.object({
          id: z.string(),
          network: z.string(),
          about: z.object({ fr: z.string(), en: z.string() }),
          verified: z.object({ fr: z.string(), en: z.string() }),
          fields: z.array(field),
          practice: z.boolean(),
          /** The network cannot tell a brand from a person: whoever connects says whose account it is. */
          declares: z.boolean(),
        }),
      ),
    }),
  }),
  listChannels: route({
    method: 'GET',
    path: '/channel-accounts',
    scope: 'workspace',
    permission: 'channels.read',
    summary: 'Can we hear and speak everywhere? Each account with its last signs of life.',
    input: nothing,
    output: z.object({ now: instant, channels: z.array(channelHealth) }),
  }),
  connectChannel: route({
    method: 'POST',
    path: '/channel-accounts',
    scope: 'workspace',
    permission: 'channels.write',
    fresh: true,
    summary: 'Connects an account of the brand; the network is asked at once.',
    input: z.strictObject({
      connector: z.string().max(60),
      credentials: z.record(z.string(), z.string().max(4000)),
      /** « This account is the brand's, and nobody's own »; asked where the network cannot tell (G5). */
      brandAccount: z.boolean().optional(),
    }),
    output: z.object({
      id,
      /** Shown once: what the other side needs (a signing secret, an address). */ reveal: z
        .record(z.string(), z.string())
        .nullable(),
    }),
  }),
  reconnectChannel: route({
    method: 'POST',
    path: '/channel-accounts/:id/connection',
    scope: 'workspace',
    permission: 'channels.write',
    fresh: true,
    summary: 'New credentials for the same account; the history stays.',
    input: z.strictObject({ id, credentials: z.record(z.string(), z.string().max(4000)) }),
    output: z.object({ id, reveal: z.record(z.string(), z.string()).nullable() }),
  }),
  updateChannel: route({
    method: 'PUT',
    path: '/channel-accounts/:id',
    scope: 'workspace',
    permission: 'channels.write',
    summary: 'The colour that frames its composers.',
    input: z.strictObject({ id, colour }),
    output: done,
  }),
  disconnectChannel: route({
    method: 'DELETE',
    path: '/channel-accounts/:id',
    scope: 'workspace',
    permission: 'channels.write',
    fresh: true,
    summary: 'Forgets the credentials; every message stays.',
    input: z.strictObject({ id }),
    output: done,
  }),
  checkChannel: route({
    method: 'POST',
    path: '/channel-accounts/:id/check',
    scope: 'workspace',
    permission: 'channels.read',
    summary: 'Listens now instead of at the next poll.',
    input: z.strictObject({ id }),
    output: done,
  }),
  listQuarantine: route({
    method: 'GET',
    path: '/quarantine',
    scope: 'workspace',
    permission: 'channels.read',
    summary: 'What came in and could not be understood: kept, shown, and replayed once mended.',
    input: z.object({ after: z.string().max(30).optional() }).optional(),
    output: z.object({
      receipts: z.array(
        z.object({
          id: z.string(),
          accountId: id,
          network: z.string(),
          externalId: z.string(),
          receivedAt: instant,
          attempts: z.number(),
          fault: z.string(),
          excerpt: z.string(),
          size: z.number(),
        }),
      ),
      after: z.string().nullable(),
    }),
  }),
  replayReceipt: route({
    method: 'POST',
    path: '/quarantine/:id/replay',
    scope: 'workspace',
    permission: 'channels.write',
    summary: 'Tries again to understand it.',
    input: z.strictObject({ id: z.string().max(30) }),
    output: done,
  }),
  listNotifications: route({
    method: 'GET',
    path: '/notifications',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'What concerns me: mentions, cases given to me, replies that failed.',
    input: nothing,
    output: z.object({
      notifications: z.array(
        z.object({
          id,
          kind: z.string(),
          caseId: id.nullable(),
          data: z.record(z.string(), z.unknown()),
          createdAt: instant,
          readAt: instant.nullable(),
        }),
      ),
    }),
  }),
  readNotifications: route({
    method: 'PUT',
    path: '/notifications',
    scope: 'workspace',
    permission: 'inbox.read',
    summary: 'Marks them read.',
    input: z.strictObject({ upTo: instant }),
    output: done,
  }),
}

export type WorkspaceView = z.infer<typeof workspaceView>
export type ChannelHealth = z.infer<typeof channelHealth>
export type ConnectionField = z.infer<typeof field>
export type MemberView = z.infer<typeof memberView>
export type BusinessHoursShape = z.infer<typeof businessHours>
