import type { RowChange } from '#server/db/schema.ts'
import type { Desk } from '#server/desk.ts'

export interface OwnChange {
  name?: string | undefined
  language?: 'fr' | 'en' | undefined
  preferences?: object | undefined
}

/** One's own name, language and preferences; preferences that are not given stay as they were. */
export const updateMe = async (desk: Desk, memberId: string, asked: OwnChange): Promise<void> => {
  await desk.db.app.transaction().execute(async (trx) => {
    const { preferences } = await trx
      .selectFrom('members')
      .select('preferences')
      .where('id', '=', memberId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    const change: RowChange<'members'> = {
      preferences: JSON.stringify({ ...preferences, ...asked.preferences }),
      ...(asked.name !== undefined && { name: asked.name }),
      ...(asked.language !== undefined && { language: asked.language }),
    }
    await trx.updateTable('members').set(change).where('id', '=', memberId).execute()
  })
}
