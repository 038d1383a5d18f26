import pg from 'pg'
import { port } from './socket-folder.ts'

/** One connection over the socket, as the cluster's superuser or as the desk's own account. */
export const connectTo = async (
  socketFolder: string,
  who: { user: 'postgres' | 'vigie'; database: string; name?: string },
): Promise<pg.Client> => {
  const client = new pg.Client({
    host: socketFolder,
    port,
    user: who.user,
    database: who.database,
    ...(who.name && { application_name: who.name }),
  })
  // Without a listener, a server that dies under an idle connection would end the whole process.
  client.on('error', () => {})
  await client.connect()
  return client
}

export type Answer = 'ready' | 'not-yet' | 'other-cluster'

/** Whether a server answers at this socket, and serves this very cluster. */
export const askReady = async (socketFolder: string, cluster: string): Promise<Answer> => {
  const client = await connectTo(socketFolder, { user: 'postgres', database: 'postgres' }).catch(() => undefined)
  if (!client) return 'not-yet'
  try {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === cluster ? 'ready' : 'other-cluster'
  } catch {
    return 'not-yet'
  } finally {
    await client.end().catch(() => {})
  }
}
