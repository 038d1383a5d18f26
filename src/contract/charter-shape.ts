import { z } from 'zod'
import { MODERATION_CAUSES } from '#core/charter/moderation-cause.ts'
import { RULE_CODES } from '#core/guard/rule-codes.ts'
import { id } from './shapes.ts'

const MANY = 200
const line = z.string().trim().min(1).max(200)
const lines = z.array(line).max(MANY)
const severity = z.enum(['block', 'approve', 'warn'])
const cents = z.number().int().min(0).max(100_000_000)
const minutes = z.number().int().min(1).max(43_200)
const months = z.number().int().min(0).max(600)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const slot = z.strictObject({ from: time, to: time })
/** Trimmed away when nothing is written. */
const instead = z.string().trim().max(200).optional()

/** The agreement as it travels and as it is kept: nothing in it that is not named here. */
export const charterShape = z.strictObject({
  mission: z.string().trim().min(1).max(2_000),
  week: z.array(z.array(slot).max(8)).length(7),
  networks: z
    .array(
      z.strictObject({
        connector: z.string().min(1).max(60),
        expectedPerWeek: z.number().int().min(0).max(1_000_000),
        firstReplyMinutes: minutes,
        nextReplyMinutes: minutes,
        thanksReplyMinutes: minutes.optional(),
        calendar: z.enum(['always', 'business']),
      }),
    )
    .max(MANY),
  autonomy: z
    .array(
      z.strictObject({
        role: z.enum(['manager', 'validator', 'agent']),
        subject: line,
        connector: z.string().min(1).max(60),
        upToCents: cents.nullable(),
      }),
    )
    .max(MANY),
  reservedWords: z.array(z.strictObject({ words: line, instead, severity })).max(MANY),
  reservedSubjects: z.array(z.strictObject({ name: line, words: lines, severity })).max(MANY),
  sensitiveSubjects: z
    .array(z.strictObject({ name: line, words: lines, approvers: z.union([z.literal(1), z.literal(2)]) }))
    .max(MANY),
  signature: z.enum(['none', 'required']),
  tone: z.strictObject({ address: z.enum(['vous', 'tu', 'free']), likedWords: lines }),
  goodwill: z.strictObject({ allowed: z.boolean(), capCents: cents, perYearCents: cents }),
  competitors: lines,
  otherBrands: lines,
  ownHosts: lines,
  waiting: z.strictObject({
    amountAboveCents: cents.nullable(),
    reachAbove: z.number().int().min(0).max(1_000_000_000).nullable(),
    manyAbove: z.number().int().min(0).max(1_000_000).optional(),
    accountIds: z.array(id).max(MANY),
    escalateAt: z.number().min(0.05).max(0.95),
  }),
  moderationCauses: z.array(z.enum(MODERATION_CAUSES)).max(MODERATION_CAUSES.length),
  retention: z.strictObject({ mentionMonths: months, conversationMonths: months, evidenceMonths: months }),
})
export type CharterShape = z.output<typeof charterShape>

/** What of the charter in force the guard reads: the browser runs the same engine on it. */
export const guardCharterShape = z.object({
  reservedWords: z.array(z.object({ words: z.string(), instead: z.string().optional(), severity })),
  reservedSubjects: z.array(z.object({ name: z.string(), words: z.array(z.string()), severity })),
  signature: z.enum(['none', 'required']),
  competitors: z.array(z.string()),
  otherBrands: z.array(z.string()),
  ownHosts: z.array(z.string()),
  goodwill: z.object({ capCents: z.number().nullable(), perYearCents: z.number().nullable() }),
  rulesOff: z.array(z.enum(RULE_CODES)),
})
