import { z } from 'zod'
import { SIGNS } from '#core/crisis/gravity-sign.ts'
import { instant } from './shapes.ts'

export const gravityLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

const said = z.object({
  headline: z.string(),
  short: z.string(),
  signs: z
    .array(z.object({ sign: z.enum(SIGNS), grade: z.number(), name: z.string(), sentence: z.string() }).readonly())
    .readonly(),
  raise: z.string().nullable(),
  lower: z.string().nullable(),
  notes: z.array(z.string()).readonly(),
})

/** A gauge as it was read at one moment, said in both languages: the words that explain it are those of mails and webhooks too. */
export const gravityShape = z.object({
  level: gravityLevel,
  at: instant,
  fr: said,
  en: said,
})
export type GravityView = z.output<typeof gravityShape>
