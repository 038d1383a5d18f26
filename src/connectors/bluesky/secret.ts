import { z } from 'zod'

/** What the desk seals and keeps. The tokens that a sign-in gives change by themselves, and are kept apart. */
export const secretSchema = z.strictObject({
  service: z.url().max(500),
  did: z.string().max(400),
  password: z.string().max(500),
})
export type Secret = z.infer<typeof secretSchema>

export const settingsSchema = z.object({ language: z.enum(['fr', 'en']).catch('fr') })
