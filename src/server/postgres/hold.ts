import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { connectTo } from './ask.ts'
import { isAlive } from './living.ts'
import { PostgresTrouble } from './trouble.ts'

/**
 * Who uses the server, as advisory locks of one idle connection: a process that dies cannot keep them. Everyone shares `using`, so that
 * the last to leave stops the server; the desk takes `alone` besides, so that there is one desk a folder.
 */
const space = 1_986_620_261
const using = 1
const alone = 2

const isTaken = async (client: pg.Client, lock: string): Promise<boolean> => {
  const { rows } = await client.query<{ taken: boolean }>(`select ${lock} as taken`)
  return rows[0]?.taken === true
}

const findHolder = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and classid = $1 and objid = $2 and granted`,
    [space, alone],
  )
  return Number(/^vigie (\d+)$/.exec(rows[0]?.name ?? '')?.[1])
}

/** A holder killed a moment ago keeps its lock until the server notices: a living one is refused at once, another waited for. */
const takeAlone = async (client: pg.Client, home: string): Promise<void> => {
  for (let tries = 0; !(await isTaken(client, `pg_try_advisory_lock(${space}, ${alone})`)); tries += 1) {
    const holder = await findHolder(client)
    const named = holder > 0
    if (tries >= 50 || (named && holder !== process.pid && (await isAlive(holder))) || holder === process.pid) {
      throw new PostgresTrouble(
        'locked-by-another',
        `Another Vigie${named ? ` (process ${holder})` : ''} uses ${home}. Stop it first, or give this one its own VIGIE_DATA.`,
      )
    }
    await wait(100)
  }
}

/** Undefined when the server is just being stopped by the last that left: look for it again. */
export const takeHold = async (
  socketFolder: string,
  home: string,
  wantsAlone: boolean,
): Promise<pg.Client | undefined> => {
  const name = `vigie ${process.pid}`
  const client = await connectTo(socketFolder, { user: 'postgres', database: 'postgres', name }).catch(() => undefined)
  if (!client) return undefined
  try {
    if (await isTaken(client, `pg_try_advisory_lock_shared(${space}, ${using})`)) {
      if (wantsAlone) await takeAlone(client, home)
      return client
    }
  } catch (error) {
    await client.end().catch(() => {})
    if (error instanceof PostgresTrouble) throw error
    return undefined
  }
  await client.end().catch(() => {})
  return undefined
}

/** Leaves; true when nobody else is left, and nobody can come in until this connection ends. */
export const letGo = async (client: pg.Client): Promise<boolean> => {
  await client.query(`select pg_advisory_unlock_shared(${space}, ${using})`)
  return isTaken(client, `pg_try_advisory_lock(${space}, ${using})`)
}
