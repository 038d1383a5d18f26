import { setTimeout as wait } from 'node:timers/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

export type Trx = Transaction<Schema>
type Work<T> = (trx: Trx) => Promise<T>

/** Two transactions in each other's way: PostgreSQL gave one up whole, and it may simply be done again. */
const conflicts = new Set(['40001', '40P01'])
const tries = 5

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? ''

const transact = async <T>(db: Kysely<Schema>, work: Work<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === tries || !conflicts.has(codeOf(error))) throw error
      await wait(2 ** attempt * (5 + Math.random() * 5))
    }
  }
}

const inside =
  <T>(workspaceId: string, work: Work<T>): Work<T> =>
  async (trx) => {
    await enterWorkspace(trx, workspaceId)
    return work(trx)
  }

/** From here to its end the transaction sees this workspace, and no other. */
export const enterWorkspace = async (trx: Trx, workspaceId: string): Promise<void> => {
  await sql`select set_config('app.workspace', ${workspaceId}, true)`.execute(trx)
}

/** One transaction of the web in one workspace. `work` may run more than once: it touches nothing but the transaction. */
export const inWorkspace = <T>(db: Database, workspaceId: string, work: Work<T>): Promise<T> =>
  transact(db.app, inside(workspaceId, work))

/** One transaction of a job across workspaces: it sees waiting work, and enters a workspace to see more. */
export const asWorker = <T>(db: Database, work: Work<T>): Promise<T> => transact(db.worker, work)

/** One transaction of a job in one workspace. */
export const asWorkerIn = <T>(db: Database, workspaceId: string, work: Work<T>): Promise<T> =>
  transact(db.worker, inside(workspaceId, work))
