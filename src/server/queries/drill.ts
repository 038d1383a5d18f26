import { affectedList } from '#core/drill/affected-list.ts'
import { compressedMinutes, storyAt, storyMinute } from '#core/drill/drill-clock.ts'
import type { Happening } from '#core/drill/happening.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, NOT_FOUND } from '#server/desk.ts'
import { clockOf, drillHere, partOf, peopleOf, standsAt } from './drill-parts.ts'

export const HOUSE = { fr: 'La maison', en: 'The house' }

/** Happenings of these kinds, in order. */
export const happeningsOf = async <K extends Happening['kind']>(
  trx: Trx,
  workspaceId: string,
  kinds: readonly K[],
): Promise<Extract<Happening, { kind: K }>[]> => {
  const rows = await trx
    .selectFrom('drill_happenings')
    .select('happening')
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb(eb.ref('happening', '->>').key('kind'), 'in', [...kinds]))
    .orderBy('seq')
    .execute()
  return rows.map(({ happening }) => happening as Extract<Happening, { kind: K }>)
}

type Word = Extract<Happening, { kind: 'inside' | 'call' | 'elsewhere' }>

const shapeWord = (row: Row<'drills'>, word: Word) => {
  const { scenario } = row
  const startedAt = row.started_at.getTime()
  const nameOf = (id: string) => {
    const name = scenario.people.find((one) => one.id === id)?.name ?? id
    return { fr: name, en: name }
  }
  const shared = {
    ...{ seq: word.seq, minute: storyMinute({ startedAt }, word.at), kind: word.kind },
    ...{ answerBy: null, list: null },
  }
  if (word.kind === 'inside') {
    const from = scenario.departments.find(({ id }) => id === word.department)?.name ?? HOUSE
    const { list = [] } = word
    if (list.length === 0) return { ...shared, from, says: word.says }
    const file = { people: list.length, text: affectedList(scenario, row.seed, list) }
    return { ...shared, from, says: word.says, list: file }
  }
  if (word.kind === 'call')
    return {
      ...{ ...shared, from: nameOf(word.person), says: word.says },
      answerBy: storyMinute({ startedAt }, word.answerBy),
    }
  const name = nameOf(word.person)
  return {
    ...shared,
    from: { fr: `${name.fr}, ${word.where.fr}`, en: `${name.en}, ${word.where.en}` },
    says: { fr: word.text, en: word.text },
  }
}

/** The drill as whoever answers may know it: the briefing, the clock, what the house says, and what is known by now (C4). */
export const readDrill = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await drillHere(trx, actor)
    if (row === undefined) return NOT_FOUND
    const { scenario, compression } = row
    const clock = clockOf(row)
    const words = await happeningsOf(trx, actor.workspaceId, ['inside', 'call', 'elsewhere'])
    const facts = await happeningsOf(trx, actor.workspaceId, ['fact'])
    const part = await partOf(trx, actor)
    return {
      ...{ now: desk.now(), brandId: row.brand_id, title: scenario.title, briefing: scenario.briefing },
      ...{ state: row.state, compression, lasts: scenario.lasts, part },
      minute: storyMinute(clock, storyAt(clock, standsAt(row, desk.now()))),
      promise: { story: scenario.promise, desk: compressedMinutes(scenario.promise, compression) },
      runs: part === 'observer' || row.started_by === actor.memberId,
      people: await peopleOf(trx, actor.workspaceId),
      departments: scenario.departments.map(({ name }) => name),
      words: words.map((word) => shapeWord(row, word)).reverse(),
      facts: facts.flatMap((fact) => {
        const says = scenario.facts.find(({ id }) => id === fact.fact)?.says
        return fact.is === 'known' && says !== undefined ? [{ minute: storyMinute(clock, fact.at), says }] : []
      }),
    }
  })
