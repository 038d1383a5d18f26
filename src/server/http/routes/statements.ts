import type { statementRoutes } from '#contract/statements.ts'
import { keepPreparedStatement } from '#server/actions/keep-prepared-statement.ts'
import { publishStatement } from '#server/actions/publish-statement.ts'
import { removePreparedStatement } from '#server/actions/remove-prepared-statement.ts'
import { saveStatementDraft } from '#server/actions/save-statement-draft.ts'
import { startPreparedStatements } from '#server/actions/start-prepared-statements.ts'
import { listPrepared } from '#server/queries/prepared-statements.ts'
import { readStatementDesk } from '#server/queries/statement-desk.ts'
import { listStatements } from '#server/queries/statements.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const statements: Implementations<typeof statementRoutes> = {
  listStatements: forActor(listStatements),
  readStatementDesk: forActor(readStatementDesk),
  publishStatement: forActor(publishStatement),
  saveStatementDraft: forActor(saveStatementDraft),
  listPrepared: forActor(listPrepared),
  startPrepared: forActor(startPreparedStatements),
  keepPrepared: forActor(keepPreparedStatement),
  removePrepared: forActor(removePreparedStatement),
}
