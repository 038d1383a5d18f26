import { connectTo } from './ask.ts'

/**
 * The desk's own account and database. It is no superuser, exactly as on a server of one's own, so that nothing works here that would
 * not work there; it may create roles, which the migrations do.
 */
export const ensureDeskDatabase = async (socketFolder: string): Promise<void> => {
  const client = await connectTo(socketFolder, { user: 'postgres', database: 'postgres' })
  try {
    const { rows: roles } = await client.query("select from pg_roles where rolname = 'vigie'")
    if (roles.length === 0) await tolerateTwin(client.query('create role vigie login createrole createdb'))
    const { rows: databases } = await client.query("select from pg_database where datname = 'vigie'")
    if (databases.length === 0) await tolerateTwin(client.query('create database vigie owner vigie'))
  } finally {
    await client.end()
  }
}

/** Two processes may create at once; the second finds it done. */
const tolerateTwin = async (made: Promise<unknown>): Promise<void> => {
  await made.catch((error: { code?: string }) => {
    if (!['42710', '42P04', '23505'].includes(error.code ?? '')) throw error
  })
}
