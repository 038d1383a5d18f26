import { z } from 'zod'
import type { Meaning } from '#core/triage/classifier.ts'
import { flags, intents, sentiments, topics, urgentReasons } from '#core/triage/labels.ts'

export const modelLabels = z.strictObject({
  intent: z.enum(intents),
  sentiment: z.enum(sentiments),
  topic: z.enum(topics),
  urgent: z.boolean(),
  reasons: z.array(z.enum(urgentReasons)).max(urgentReasons.length),
  needs_answer: z.boolean(),
  personal_dispute: z.boolean(),
  flags: z.array(z.enum(flags)).max(flags.length),
})
export type ModelLabels = z.infer<typeof modelLabels>

/**
 * `read`: every label; `part`: those that the model knows of. `unsure`: it answers, and knows none for certain. `later`: worth another try;
 * `no`: it answers, and not what was asked.
 */
export type ModelAnswer =
  | { kind: 'read'; labels: ModelLabels }
  | { kind: 'part'; labels: Meaning }
  | { kind: 'unsure' }
  | { kind: 'later' | 'no'; reason: string }
