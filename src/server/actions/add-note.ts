import { recordEvents } from '#server/db/record-events.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { shapeNote } from '#server/queries/case-parts.ts'

interface Named {
  id: string
  name: string
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Members named by `@Name` in a note; the longest name wins, so that « @Sarah Duval » is not « @Sarah ». Accents may be left out. */
export const findMentions = (text: string, members: readonly Named[]): Named[] => {
  let rest = fold(text)
  const found: Named[] = []
  const spelt = members.flatMap((m) => [
    { member: m, as: fold(`@${m.name}`) },
    { member: m, as: fold(`@${m.name.split(' ')[0]}`) },
  ])
  for (const { member, as } of spelt.toSorted((a, b) => b.as.length - a.as.length)) {
    if (!rest.includes(as)) continue
    rest = rest.replaceAll(as, ' ')
    if (!found.some((m) => m.id === member.id)) found.push(member)
  }
  return found
}

const colleagues = (trx: Trx, workspaceId: string) =>
  trx
    .selectFrom('memberships as s')
    .innerJoin('members as m', 'm.id', 's.member_id')
    .select(['m.id', 'm.name'])
    .where('s.workspace_id', '=', workspaceId)
    .where('m.disabled_at', 'is', null)
    .execute()

/** An internal note; whoever is named in it is told (T3). */
export const addNote = (desk: Desk, actor: Actor, input: { id: string; text: string }) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const at = desk.now()
    const row = await trx
      .selectFrom('cases')
      .select(['id', 'conversation_id'])
      .where('id', '=', input.id)
      .executeTakeFirst()
    if (row === undefined) return NOT_FOUND
    const team = await colleagues(trx, actor.workspaceId)
    const mentions = findMentions(input.text, team)
    const note = await trx
      .insertInto('notes')
      .values({
        id: desk.newId(),
        workspace_id: actor.workspaceId,
        case_id: row.id,
        member_id: actor.memberId,
        text: input.text,
        mentions: mentions.map((m) => m.id),
        created_at: new Date(at),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const told = mentions.filter((m) => m.id !== actor.memberId)
    if (told.length > 0)
      await trx
        .insertInto('notifications')
        .values(
          told.map((m) => ({
            id: desk.newId(),
            workspace_id: actor.workspaceId,
            member_id: m.id,
            kind: 'named-in-note',
            case_id: row.id,
            data: JSON.stringify({ by: actor.memberId, noteId: note.id }),
            created_at: new Date(at),
          })),
        )
        .execute()
    await recordEvents(trx, actor.workspaceId, [
      {
        name: 'note.added',
        at,
        memberId: actor.memberId,
        caseId: row.id,
        conversationId: row.conversation_id,
        data: { noteId: note.id, named: told.map((m) => m.id) },
      },
    ])
    await trx
      .deleteFrom('drafts')
      .where('case_id', '=', row.id)
      .where('member_id', '=', actor.memberId)
      .where('audience', '=', 'internal')
      .execute()
    return shapeNote(note, new Map(team.map((m) => [m.id, m])))
  })
