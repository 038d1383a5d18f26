import { z } from 'zod'

/**
 * What is kept, sealed by the desk. The tokens that a sign-in gives live in memory alone: they change by themselves, and an app
 * password brings new ones after a restart.
 */
export const secretSchema = z.strictObject({
  service: z.url().max(500),
  did: z.string().max(400),
  password: z.string().max(500),
})
export type Secret = z.infer<typeof secretSchema>

export const settingsSchema = z.object({ language: z.enum(['fr', 'en']).catch('fr') })
