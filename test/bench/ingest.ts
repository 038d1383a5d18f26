import pg from 'pg'
import { readReceiptsOf } from '#server/actions/read-receipts.ts'
import { type Durable, durableDatabase } from '../durable.ts'
import { makeSource, type Source } from '../real-desk.ts'
import { signHook } from '../signed-hooks.ts'
import { type Measure, median } from './measure.ts'

const ROUNDS = 6
const EACH = 1_000
const RAW_ROWS = 100

/** What one message leaves behind, in the order in which it can be written, with the columns that the database does not make itself. */
const TABLES = ['authors', 'conversations', 'messages', 'cases', 'events'] as const
/** Each webhook of this bench is a thread of its own, so that rows in the order of their threads come in matching shares. */
const ORDER = {
  authors: 'id',
  conversations: 'id',
  messages: 'conversation_id',
  cases: 'conversation_id',
  events: 'conversation_id, id',
}

type Table = (typeof TABLES)[number]
type Taken = Record<Table, string[][]>

interface Copier {
  /** Takes over the rows that the ingest wrote since the last time. */
  take(): Promise<Taken>
  /** Inserts them by PostgreSQL alone: a hundred to a prepared statement, a hundred messages with all that is theirs to a commit. */
  insert(rows: Taken): Promise<void>
  /** Counts the rows of both databases. */
  analyze(): Promise<void>
  end(): Promise<void>
}

/** Values travel as the text that PostgreSQL wrote. */
const asText: pg.CustomTypesConfig = { getTypeParser: () => (text: unknown) => text }

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, types: asText })
  await client.connect()
  await client.query("set app.maintenance = 'on'")
  return client
}

interface Column {
  name: string
  type: string
}

const columnsOf = async (client: pg.Client, table: string): Promise<Column[]> => {
  const { rows } = await client.query<Column>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
       and atttypid <> 'xid8'::regtype order by attnum`,
    [table],
  )
  return rows
}

/** A second database of the same shape, on the same server, with the same brand in it. */
const makeCopier = async ({ url }: Durable): Promise<Copier> => {
  // A template is copied while nobody uses it: the pools of this process open their connections again by themselves.
  const server = await connect(url.replace('/vigie?', '/postgres?'))
  await server.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'vigie'")
  await server.query('create database raw template vigie')
  await server.end()
  const from = await connect(url)
  const to = await connect(url.replace('/vigie?', '/raw?'))
  const columns = new Map<string, Column[]>()
  for (const table of TABLES) columns.set(table, await columnsOf(from, table))
  const seen = new Map<string, string>()

  const take: Copier['take'] = async () => {
    const taken: Taken = { authors: [], conversations: [], messages: [], cases: [], events: [] }
    for (const table of TABLES) {
      const where = seen.has(table) ? `where id > '${seen.get(table)}'` : ''
      const names = (columns.get(table) ?? []).map(({ name }) => name).join(', ')
      const text = `select ${names} from ${table} ${where} order by ${ORDER[table]}`
      taken[table] = (await from.query<string[]>({ text, rowMode: 'array' })).rows
      const { rows } = await from.query<{ last: string }>(`select id as last from ${table} order by id desc limit 1`)
      seen.set(table, rows[0]?.last ?? '')
    }
    return taken
  }

  const insertRows = async (table: Table, rows: string[][]): Promise<void> => {
    const into = columns.get(table) ?? []
    const names = into.map(({ name }) => name).join(', ')
    const arrays = into.map(({ type }, place) => `$${place + 1}::${type}[]`).join(', ')
    const text = `insert into ${table} (${names}) select * from unnest(${arrays})`
    for (let start = 0; start < rows.length; start += RAW_ROWS) {
      const some = rows.slice(start, start + RAW_ROWS)
      const values = into.map((_, place) => some.map((row) => row[place]))
      await to.query({ name: `raw ${table}`, text, values })
    }
  }

  const insert: Copier['insert'] = async ({ authors, ...rest }) => {
    await insertRows('authors', authors)
    const parts = Math.ceil(rest.messages.length / RAW_ROWS)
    for (let part = 0; part < parts; part++) {
      await to.query('begin')
      for (const table of ['conversations', 'messages', 'cases', 'events'] as const) {
        const share = rest[table].length / parts
        await insertRows(table, rest[table].slice(part * share, (part + 1) * share))
      }
      await to.query('commit')
    }
  }
  const analyze = async (): Promise<void> => {
    await from.query('analyze')
    await to.query('analyze')
  }
  return { take, insert, analyze, end: () => Promise.all([from.end(), to.end()]).then(() => {}) }
}

const handReceipts = async ({ desk, workspaceId, accountId, secret }: Source, first: number): Promise<void> => {
  const hooks = Array.from({ length: EACH }, (_, i) => signHook(secret, first + i))
  await desk.db.owner.query(
    `with entered as (select set_config('app.maintenance', 'on', true))
     insert into receipts (workspace_id, account_id, external_id, source, raw, received_at)
     select $1, $2, key, 'webhook', convert_to(body, 'UTF8'), now() from entered, unnest($3::text[], $4::text[]) as r (key, body)`,
    [workspaceId, accountId, hooks.map((hook) => hook.id), hooks.map((hook) => hook.body)],
  )
}

const timed = async (work: () => Promise<void>): Promise<number> => {
  const began = performance.now()
  await work()
  return EACH / ((performance.now() - began) / 1000)
}

/**
 * Receipts into messages, conversations, cases with deadlines, events and the search index: against the rate at which PostgreSQL itself
 * inserts the very same rows, a hundred to a statement, into the same tables with the same indexes, turn by turn.
 */
export async function* run(): AsyncGenerator<Measure> {
  await using durable = await durableDatabase()
  const source = await makeSource(durable)
  const copier = await makeCopier(durable)
  const rates = { read: [] as number[], raw: [] as number[] }
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      await handReceipts(source, round * EACH)
      const read = await timed(async () => {
        while (await readReceiptsOf(source.desk, source.accountId));
      })
      const rows = await copier.take()
      if (rows.messages.length !== EACH || rows.cases.length !== EACH)
        throw new Error('the ingest lost or doubled messages')
      const raw = await timed(() => copier.insert(rows))
      if (round === 0) {
        // The first round warms both up. PostgreSQL keeps the plans of its foreign keys: made on empty tables they read them whole, until
        // it counts the rows, as it does by itself every minute.
        await copier.analyze()
        continue
      }
      rates.read.push(read)
      rates.raw.push(raw)
    }
  } finally {
    await copier.end()
  }
  const ratio = median(rates.read.map((rate, place) => rate / (rates.raw[place] ?? rate)))
  yield {
    name: 'ingest: receipt to message, case, deadline',
    ...{ value: median(rates.read), unit: 'a second', reference: median(rates.raw), ratio, least: 0.2 },
  }
}
