import type { Desk } from '#server/desk.ts'

/** Whether a workspace is a drill: from one nothing leaves, whatever is asked (C4). */
export const isDrill = async (desk: Desk, workspaceId: string): Promise<boolean> =>
  (await desk.db.app
    .selectFrom('workspaces')
    .select('id')
    .where('id', '=', workspaceId)
    .where('drill_of', 'is not', null)
    .executeTakeFirst()) !== undefined
