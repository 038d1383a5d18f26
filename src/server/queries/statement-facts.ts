import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { guardFacts } from './guard-facts.ts'
import { guardMaySay } from './guard-may-say.ts'

/** Nobody's case: words to everybody answer none. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** What the guard knows of words to everybody on this account, or on none in particular. */
export const factsForEverybody = async (
  trx: Trx,
  workspaceId: string,
  account: Pick<Row<'channel_accounts'>, 'id' | 'handle'> | null,
  now: number,
  about: { conversationId?: string | undefined; incidentId?: string | undefined } = {},
) => {
  const { conversationId = NOBODY, incidentId = null } = about
  const row = {
    ...{ id: NOBODY, workspace_id: workspaceId, conversation_id: conversationId, author_id: NOBODY },
    last_out_at: null,
  }
  const facts = await guardFacts(trx, row, account ?? { id: NOBODY, handle: '' }, now)
  const cells = await guardMaySay(trx, workspaceId, conversationId, incidentId)
  return { ...facts, ...cells, firstAnswer: false, ...(account === null ? { account: facts.brandName } : {}) }
}
