import { z } from 'zod'
import { route } from './route.ts'
import { done, id, instant, language, nothing, role } from './shapes.ts'

const password = z.string().min(12).max(200)
const email = z.email().max(200)
const preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  /** Single-letter shortcuts can be switched off (WCAG 2.1.4) or moved to another key. */
  shortcuts: z.object({ on: z.boolean(), keys: z.record(z.string(), z.string().max(20)) }).optional(),
})

export const sessionView = z.object({
  member: z.object({ id, name: z.string(), email: z.string(), language, preferences }),
  workspaces: z.array(
    z.object({
      id,
      name: z.string(),
      language,
      role,
      permissions: z.array(z.string()),
      /** Nothing leaves under this brand’s name before the member has a second factor. */
      secondFactorNeeded: z.boolean(),
      /** Present where the workspace is a drill: of which brand, and whether it is over. Nothing leaves from there. */
      drill: z.object({ brandId: id, over: z.boolean() }).optional(),
    }),
  ),
  authenticatedAt: instant,
})

export const sessionRoutes = {
  readSetUp: route({
    method: 'GET',
    path: '/set-up',
    scope: 'installation',
    permission: 'anyone',
    summary: 'Whether the desk still waits for its first administrator.',
    input: nothing,
    output: z.object({ needed: z.boolean() }),
  }),
  setUp: route({
    method: 'POST',
    path: '/set-up',
    scope: 'installation',
    permission: 'anyone',
    summary: 'Creates the administrator and the first brand, with the one-time link printed at the first start.',
    input: z.strictObject({
      token: z.string().max(200),
      name: z.string().trim().min(1).max(120),
      email,
      password,
      workspace: z.string().trim().min(1).max(120),
      language,
      timeZone: z.string().max(60),
    }),
    output: sessionView,
  }),
  readSession: route({
    method: 'GET',
    path: '/session',
    scope: 'installation',
    permission: 'member',
    summary: 'Who is signed in, in which brands, with which permissions.',
    input: nothing,
    output: sessionView,
  }),
  signIn: route({
    method: 'POST',
    path: '/session',
    scope: 'installation',
    permission: 'anyone',
    summary: 'Opens a session.',
    input: z.strictObject({ email, password: z.string().max(200), code: z.string().max(40).optional() }),
    output: sessionView,
  }),
  signOut: route({
    method: 'DELETE',
    path: '/session',
    scope: 'installation',
    permission: 'member',
    summary: 'Ends this session.',
    input: nothing,
    output: done,
  }),
  listSessions: route({
    method: 'GET',
    path: '/sessions',
    scope: 'installation',
    permission: 'member',
    summary: 'One’s own open sessions.',
    input: nothing,
    output: z.object({
      sessions: z.array(z.object({ key: z.string(), userAgent: z.string(), seenAt: instant, current: z.boolean() })),
    }),
  }),
  endSession: route({
    method: 'DELETE',
    path: '/sessions/:key',
    scope: 'installation',
    permission: 'member',
    summary: 'Ends one of one’s own sessions.',
    input: z.strictObject({ key: z.string().max(100) }),
    output: done,
  }),
  updateMe: route({
    method: 'PUT',
    path: '/me',
    scope: 'installation',
    permission: 'member',
    summary: 'One’s own name, language and preferences.',
    input: z.strictObject({
      name: z.string().trim().min(1).max(120).optional(),
      language: language.optional(),
      preferences: preferences.optional(),
    }),
    output: sessionView,
  }),
  changePassword: route({
    method: 'PUT',
    path: '/me/password',
    scope: 'installation',
    permission: 'member',
    summary: 'A new password; every other session ends.',
    input: z.strictObject({ current: z.string().max(200), password }),
    output: done,
  }),
  acceptInvitation: route({
    method: 'POST',
    path: '/invitations/acceptance',
    scope: 'installation',
    permission: 'anyone',
    summary: 'Joins a brand with a one-time invitation link.',
    input: z.strictObject({
      token: z.string().max(200),
      name: z.string().trim().min(1).max(120),
      password,
      code: z.string().max(40).optional(),
    }),
    output: sessionView,
  }),
}
export type SessionView = z.infer<typeof sessionView>
export type Preferences = z.infer<typeof preferences>
