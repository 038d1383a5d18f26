import { parseArgs } from 'node:util'
import { replayQuarantined } from '#server/actions/replay-receipt.ts'
import type { Database } from '#server/db/database.ts'
import { openConfigured } from '#server/db/open.ts'
import { asWorker, asWorkerIn } from '#server/db/transaction.ts'
import { type Command, UsageTrouble } from './command.ts'

interface Waiting {
  account_id: string
  workspace_id: string
  handle: string
  count: number
  fault: string | null
}

/** What is in quarantine, by account. */
const listWaiting = (db: Database): Promise<Waiting[]> =>
  asWorker(db, (trx) =>
    trx
      .selectFrom('receipts as r')
      .innerJoin('channel_accounts as a', 'a.id', 'r.account_id')
      .select(['r.account_id', 'r.workspace_id', 'a.handle'])
      .select((eb) => [eb.cast<number>(eb.fn.countAll(), 'integer').as('count'), eb.fn.max('r.fault').as('fault')])
      .where('r.state', '=', 'quarantined')
      .groupBy(['r.account_id', 'r.workspace_id', 'a.handle'])
      .orderBy('a.handle')
      .execute(),
  )

const readOptions = (args: readonly string[]) => {
  try {
    const options = { account: { type: 'string' }, since: { type: 'string' } } as const
    const { values } = parseArgs({ args: [...args], options })
    const since = values.since === undefined ? undefined : Date.parse(values.since)
    if (since !== undefined && !Number.isFinite(since)) throw new TypeError(`"${values.since}" is not a date`)
    return { account: values.account, since }
  } catch (error) {
    throw new UsageTrouble(error instanceof Error ? error.message : String(error))
  }
}

const plural = (count: number): string => `${count} receipt${count === 1 ? '' : 's'}`

export const command: Command = {
  summary:
    'Try again to understand what is in quarantine, after a repair. The desk may run meanwhile, and then reads it',
  usage: 'replay [--account HANDLE] [--since 2026-11-01]',
  run: async ({ args, config, print }) => {
    const { account, since } = readOptions(args)
    await using opened = await openConfigured(config, { alone: false })
    const db = opened.database
    const all = await listWaiting(db)
    const chosen = all.filter((one) => account === undefined || [one.handle, one.account_id].includes(account))
    if (chosen.length === 0) {
      const others = all.map(({ handle, count }) => `${handle} (${count})`).join(', ')
      print(
        others === '' ? 'Nothing is in quarantine.' : `Nothing of that account is in quarantine. There is: ${others}.`,
      )
      return 0
    }
    for (const { account_id: accountId, workspace_id: workspaceId, handle, fault } of chosen) {
      const replayed = await asWorkerIn(db, workspaceId, (trx) =>
        replayQuarantined(trx, { workspaceId, memberId: null }, { accountId, since }, Date.now()),
      )
      print(`${handle}: ${plural(replayed)} will be read again. The last fault was: ${fault ?? 'unknown'}`)
    }
    return 0
  },
}
