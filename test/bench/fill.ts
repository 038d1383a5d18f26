import type pg from 'pg'
import { clock, closeCases, conversations, messages, rest, texts } from './fill-statements.ts'

export interface Filled {
  /** How many messages, all brands together. */
  messages: number
  workspaceId: string
  accountIds: readonly string[]
  memberIds: readonly string[]
  /** Milliseconds since 1970: the newest words are from just before. */
  now: number
}

/** Messages of a conversation, on average. */
const LENGTH = 4

export const conversationsIn = (messages: number): number => Math.round(messages / LENGTH)

const tables = ['authors', 'conversations', 'cases', 'messages', 'events', 'deliveries', 'case_labels']

interface Dropped {
  drop: string
  make: string
}

/** What is cheaper to make once at the end than to keep up row by row: the index of the words, and the keys to other tables. */
const costly = `
  select 'drop index ' || indexname as drop, indexdef as make from pg_indexes where tablename = 'messages' and indexdef like '% USING gin %'
  union all
  select format('alter table %s drop constraint %I', conrelid::regclass, conname),
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])`

const without = async (client: pg.PoolClient, fillTables: () => Promise<void>): Promise<void> => {
  const { rows } = await client.query<Dropped>(costly, [tables])
  for (const { drop } of rows) await client.query(drop)
  await fillTables()
  for (const { make } of rows) await client.query(make)
}

/**
 * A year of a busy desk, written by PostgreSQL itself in a few minutes for a million messages: the given brand has eight conversations in
 * ten, two others share the rest; words follow Zipf's law over a vocabulary of 20,000; nine cases in ten are settled, one in twenty is owed.
 */
export const fill = async (owner: pg.Pool, filled: Filled): Promise<void> => {
  const client = await owner.connect()
  try {
    for (const statement of [
      `set app.maintenance = 'on'`,
      `set synchronous_commit = off`,
      `set maintenance_work_mem = '512MB'`,
      `set work_mem = '64MB'`,
      `select setseed(0.42)`,
    ])
      await client.query(statement)
    const count = conversationsIn(filled.messages)
    await client.query(clock(filled.now))
    await client.query(texts)
    await without(client, async () => {
      for (const { sql, values } of conversations(filled, count)) await client.query(sql, values)
      for (const sql of [messages, ...closeCases, ...rest]) await client.query(sql)
    })
    for (const table of tables) await client.query(`vacuum (analyze) ${table}`)
  } finally {
    client.release(true)
  }
}
