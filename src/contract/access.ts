import { z } from 'zod'
import { route } from './route.ts'
import { sessionView } from './session.ts'
import { done, id, instant, memberRef, nothing } from './shapes.ts'

/** What a browser signs for a passkey, and what it is asked: the browser's own form, read by the library that checks it. */
const credential = z.record(z.string(), z.unknown())
const code = z.string().trim().min(6).max(40)
const recoveryCodes = z.array(z.string())

/** How a member proves who they are, beyond a password. */
export const accessRoutes = {
  confirmSignIn: route({
    method: 'PUT',
    path: '/session',
    scope: 'installation',
    permission: 'member',
    summary: 'Proves again who holds this session: what asks for a fresh sign-in then answers for ten minutes.',
    input: z.strictObject({ password: z.string().max(200) }),
    output: sessionView,
  }),
  startPasskeySignIn: route({
    method: 'POST',
    path: '/session/passkey-challenge',
    scope: 'installation',
    permission: 'anyone',
    summary: 'What a passkey signs to open a session; good for five minutes and one answer.',
    input: nothing,
    output: z.object({ options: credential }),
  }),
  signInWithPasskey: route({
    method: 'POST',
    path: '/session/passkey',
    scope: 'installation',
    permission: 'anyone',
    summary: 'Opens a session by a passkey alone.',
    input: z.strictObject({ response: credential }),
    output: sessionView,
  }),
  readSecondFactor: route({
    method: 'GET',
    path: '/me/second-factor',
    scope: 'installation',
    permission: 'member',
    summary: 'One’s own second factors, and how many recovery codes are left.',
    input: nothing,
    output: z.object({
      codesSince: instant.nullable(),
      passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: instant, usedAt: instant.nullable() })),
      recoveryLeft: z.number(),
    }),
  }),
  startCodes: route({
    method: 'POST',
    path: '/me/second-factor/codes',
    scope: 'installation',
    permission: 'member',
    fresh: true,
    summary: 'A secret for an application that shows codes; it counts from its first code on.',
    input: nothing,
    output: z.object({ secret: z.string(), address: z.string() }),
  }),
  confirmCodes: route({
    method: 'PUT',
    path: '/me/second-factor/codes',
    scope: 'installation',
    permission: 'member',
    summary: 'The first code; with the first factor come ten recovery codes, shown once.',
    input: z.strictObject({ code }),
    output: z.object({ recoveryCodes: recoveryCodes.nullable() }),
  }),
  removeCodes: route({
    method: 'DELETE',
    path: '/me/second-factor/codes',
    scope: 'installation',
    permission: 'member',
    fresh: true,
    summary: 'Takes the codes away.',
    input: nothing,
    output: done,
  }),
  renewRecoveryCodes: route({
    method: 'POST',
    path: '/me/second-factor/recovery-codes',
    scope: 'installation',
    permission: 'member',
    fresh: true,
    summary: 'Ten new recovery codes; the old ones are worth nothing more.',
    input: nothing,
    output: z.object({ recoveryCodes }),
  }),
  startPasskey: route({
    method: 'POST',
    path: '/me/passkeys/challenge',
    scope: 'installation',
    permission: 'member',
    fresh: true,
    summary: 'What a new passkey signs.',
    input: nothing,
    output: z.object({ options: credential }),
  }),
  addPasskey: route({
    method: 'POST',
    path: '/me/passkeys',
    scope: 'installation',
    permission: 'member',
    fresh: true,
    summary: 'Keeps a passkey; with the first factor come ten recovery codes, shown once.',
    input: z.strictObject({ name: z.string().trim().min(1).max(80), response: credential }),
    output: z.object({ recoveryCodes: recoveryCodes.nullable() }),
  }),
  removePasskey: route({
    method: 'DELETE',
    path: '/me/passkeys/:id',
    scope: 'installation',
    permission: 'member',
    fresh: true,
    summary: 'Takes a passkey away.',
    input: z.strictObject({ id: z.string().max(2000) }),
    output: done,
  }),
  readSecondFactorPolicy: route({
    method: 'GET',
    path: '/second-factor',
    scope: 'workspace',
    permission: 'members.write',
    summary: 'When the brand asks for a second factor, whether it does now, and who has none yet.',
    input: nothing,
    output: z.object({
      /** `off` is set in the database alone. */
      policy: z.enum(['when-real', 'always', 'off']),
      asked: z.boolean(),
      without: z.array(memberRef),
    }),
  }),
  changeSecondFactorPolicy: route({
    method: 'PUT',
    path: '/second-factor',
    scope: 'workspace',
    permission: 'members.write',
    fresh: true,
    summary: 'Asks for a second factor always, or once an account is connected whose words leave this desk.',
    input: z.strictObject({ policy: z.enum(['when-real', 'always']) }),
    output: done,
  }),
  offerReset: route({
    method: 'POST',
    path: '/members/:id/reset',
    scope: 'workspace',
    permission: 'members.write',
    fresh: true,
    summary:
      'A one-time link to a new password for a colleague who forgot theirs; with `factors`, their second factors are forgotten too.',
    input: z.strictObject({ id, factors: z.boolean().optional() }),
    output: z.object({ url: z.string(), expiresAt: instant }),
  }),
  acceptReset: route({
    method: 'POST',
    path: '/resets/acceptance',
    scope: 'installation',
    permission: 'anyone',
    summary: 'A new password by a one-time link; every session ends.',
    input: z.strictObject({ token: z.string().max(200), password: z.string().min(12).max(200) }),
    output: done,
  }),
}
export type SecondFactorView = z.output<typeof accessRoutes.readSecondFactor.output>
