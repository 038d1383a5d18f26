import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor } from '#server/desk.ts'
import { type Durable, durableDatabase } from '../durable.ts'
import { makeAccount } from '../mention.ts'
import { makeSource, type Source } from '../real-desk.ts'
import { conversationsIn, fill } from './fill.ts'

export interface Filled extends Source {
  /** Somebody who works there. */
  actor: Actor
  memberIds: string[]
  /** All accounts; the first takes four conversations in ten, and signs its webhooks. */
  accountIds: string[]
  conversations: number
}

export interface FilledDesk extends Filled, AsyncDisposable {
  durable: Durable
}

/** A brand with a year of work behind it, in a database that was empty. */
export const fillDurable = async (
  durable: Pick<Durable, 'url' | 'database' | 'folder'>,
  messages: number,
): Promise<Filled> => {
  const source = await makeSource(durable)
  const { desk, workspaceId } = source
  const accountIds = [source.accountId]
  while (accountIds.length < 4) accountIds.push(await makeAccount(desk, workspaceId, 'webhook'))
  const people = await inWorkspace(desk.db, workspaceId, (trx) =>
    trx.selectFrom('memberships').selectAll().where('workspace_id', '=', workspaceId).orderBy('role').execute(),
  )
  const [first] = people
  if (first === undefined) throw new Error('nobody works here')
  const memberIds = people.map((one) => one.member_id)
  await fill(durable.database.owner, { messages, workspaceId, accountIds, memberIds, now: desk.now() })
  return {
    ...{ ...source, memberIds, accountIds, conversations: conversationsIn(messages) },
    actor: { workspaceId, memberId: first.member_id, role: first.role },
  }
}

/** The same in a database of its own, which is dropped with it. */
export const filledDesk = async (messages: number): Promise<FilledDesk> => {
  const durable = await durableDatabase()
  const drop = () => durable[Symbol.asyncDispose]()
  try {
    return { ...(await fillDurable(durable, messages)), durable, [Symbol.asyncDispose]: drop }
  } catch (error) {
    await drop()
    throw error
  }
}
