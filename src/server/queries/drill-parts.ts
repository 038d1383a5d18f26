import { type DrillClock, storyMinute } from '#core/drill/drill-clock.ts'
import type { Moment, Pulse } from '#core/drill/happening.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'
import { type Actor, NOT_FOUND, type Refused } from '#server/desk.ts'
import type { MemberRef } from './case-parts.ts'

export const clockOf = (
  row: Pick<Row<'drills'>, 'started_at' | 'compression' | 'paused_ms' | 'paused_at'>,
): DrillClock => ({
  startedAt: row.started_at.getTime(),
  compression: row.compression,
  pausedMs: row.paused_ms,
  pausedAt: row.paused_at?.getTime() ?? null,
})

/** The story stands still while the drill does, and for good once it is over. */
export const standsAt = (row: Pick<Row<'drills'>, 'over_at'>, now: number): number => row.over_at?.getTime() ?? now

/** The drill of the workspace that was entered. */
export const drillHere = (trx: Trx, actor: Actor): Promise<Row<'drills'> | undefined> =>
  trx.selectFrom('drills').selectAll().where('workspace_id', '=', actor.workspaceId).executeTakeFirst()

export const partOf = async (trx: Trx, actor: Actor): Promise<'trainee' | 'observer' | null> =>
  (
    await trx
      .selectFrom('drill_people')
      .select('part')
      .where('workspace_id', '=', actor.workspaceId)
      .where('member_id', '=', actor.memberId)
      .executeTakeFirst()
  )?.part ?? null

/** The drill for whoever looks on; what is to come is kept from whoever answers (C4). */
export const drillForObserver = async (trx: Trx, actor: Actor): Promise<Row<'drills'> | Refused> => {
  const row = await drillHere(trx, actor)
  if (row === undefined) return NOT_FOUND
  return (await partOf(trx, actor)) === 'observer' ? row : { refused: 'drill-observers-only' }
}

export const shapePulse = (row: Pick<Row<'drills'>, 'started_at'>, { at, ...pulse }: Pulse) => ({
  minute: storyMinute({ startedAt: row.started_at.getTime() }, at),
  ...pulse,
})

export const peopleOf = async (trx: Trx, workspaceId: string) =>
  trx
    .selectFrom('drill_people as p')
    .innerJoin('members as m', 'm.id', 'p.member_id')
    .select(['m.id', 'm.name', 'p.part'])
    .where('p.workspace_id', '=', workspaceId)
    .orderBy('p.part', 'desc')
    .orderBy('m.name')
    .execute()

/** The case of the drill where each moment can be read again: by the message, else by the person. */
export const casesOf = async (trx: Trx, moments: readonly Moment[]): Promise<(moment: Moment) => string | null> => {
  const messages = [...new Set(moments.flatMap(({ messageId }) => messageId ?? []))]
  const people = [...new Set(moments.flatMap(({ person }) => person ?? []))]
  const byMessage = new Map(
    messages.length === 0
      ? []
      : (
          await trx
            .selectFrom('messages as m')
            .innerJoin('cases as c', 'c.conversation_id', 'm.conversation_id')
            .select(['m.external_id', 'c.id'])
            .where('m.external_id', 'in', messages)
            .execute()
        ).map((row) => [row.external_id, row.id]),
  )
  const byPerson = new Map(
    people.length === 0
      ? []
      : (
          await trx
            .selectFrom('cases as c')
            .innerJoin('authors as a', 'a.id', 'c.author_id')
            .select(['a.external_id', 'c.id'])
            .where('a.external_id', 'in', people)
            .orderBy('c.opened_at', 'desc')
            .execute()
        ).map((row) => [row.external_id, row.id]),
  )
  return ({ messageId, person }) => byMessage.get(messageId ?? '') ?? byPerson.get(person ?? '') ?? null
}

/** A moment as a screen shows it: who, to whom, what, when, and where it can be read again. */
export const shapeMoment = (
  row: Pick<Row<'drills'>, 'started_at' | 'scenario'>,
  moment: Moment,
  names: ReadonlyMap<string, MemberRef>,
  caseOf: (moment: Moment) => string | null,
) => ({
  minute: storyMinute({ startedAt: row.started_at.getTime() }, moment.at),
  ...{ is: moment.is, weight: moment.weight, quote: moment.quote, why: moment.why, instead: moment.instead },
  by: moment.member === null ? null : (names.get(moment.member) ?? null),
  person: row.scenario.people.find(({ id }) => id === moment.person)?.name ?? null,
  caseId: caseOf(moment),
})

export const notesOf = async (trx: Trx, row: Pick<Row<'drills'>, 'workspace_id' | 'started_at'>) =>
  (
    await trx
      .selectFrom('drill_notes as n')
      .innerJoin('members as m', 'm.id', 'n.member_id')
      .select(['n.id', 'n.text', 'n.story_at', 'm.id as member', 'm.name'])
      .where('n.workspace_id', '=', row.workspace_id)
      .orderBy('n.at')
      .execute()
  ).map((note) => ({
    ...{ id: note.id, text: note.text, by: { id: note.member, name: note.name } },
    minute: storyMinute({ startedAt: row.started_at.getTime() }, note.story_at),
  }))
