import { sql } from 'kysely'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

export type MaySayRow = Row<'may_say'> & { member: string }

/** Each line of an incident as it stands: its newest state, with who said so and when. */
export const maySayOf = async (trx: Trx, incidentId: string): Promise<MaySayRow[]> => {
  const { rows } = await sql<MaySayRow>`
    select s.*, m.name as member from (
      select distinct on (line_id) * from may_say where incident_id = ${incidentId}::uuid order by line_id, id desc) s
    join members m on m.id = s.member_id
    where s.state <> 'withdrawn' order by array_position(array['confirmed', 'unconfirmed', 'forbidden'], s.state), s.id desc`.execute(
    trx,
  )
  return rows
}
