import type { Desk } from '#server/desk.ts'

export interface Heartbeat {
  name: string
  at: number
}

/** When each background loop of any process last finished a round, as the processes themselves write down. */
export const readHeartbeats = async (desk: Pick<Desk, 'db'>): Promise<Heartbeat[]> => {
  const rows = await desk.db.app
    .selectFrom('installation')
    .select(['key', 'updated_at'])
    .where('key', 'like', 'loop.%')
    .orderBy('key')
    .execute()
  return rows.map(({ key, updated_at }) => ({ name: key.slice('loop.'.length), at: updated_at.getTime() }))
}
