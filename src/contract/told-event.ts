import { z } from 'zod'
import { factKind, factStatus } from './case-view.ts'

const words = z.string().trim().min(1)

/** What one of the brand's systems may say: nothing else is read, and nothing more is accepted. */
export const toldEvent = z.strictObject({
  /** The system's own id of the event: told twice, it is one fact. */
  id: words.max(200),
  case: z.union([
    z.strictObject({ number: z.number().int().min(1).max(2_147_483_647) }),
    z.strictObject({ order: words.max(200) }),
  ]),
  kind: factKind,
  status: factStatus,
  detail: z.string().trim().max(500).optional(),
  proof: words.max(500).optional(),
  proofUrl: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
})
