import { z } from 'zod'

export const SECURITIES = ['tls', 'starttls', 'none'] as const

/** Where one server is, and who we are there. */
export const serverSchema = z.strictObject({
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(SECURITIES),
  user: z.string().min(1).max(320),
  password: z.string().min(1).max(1000),
})
export type Server = z.infer<typeof serverSchema>

export const secretSchema = z.strictObject({
  imap: serverSchema,
  smtp: serverSchema,
  /** Whether a certificate that nobody vouches for is taken, on the hosts that the desk's configuration names. */
  selfSigned: z.boolean(),
})
export type Secret = z.infer<typeof secretSchema>

export const settingsSchema = z.object({
  displayName: z.string().max(200).catch(''),
  folder: z.string().min(1).max(500).catch('INBOX'),
})
export type Settings = z.infer<typeof settingsSchema>
