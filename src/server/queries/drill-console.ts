import type { Act } from '#core/drill/act.ts'
import { storyMinute } from '#core/drill/drill-clock.ts'
import { withOrders } from '#core/drill/orders.ts'
import type { Inject, Words } from '#core/drill/scenario.ts'
import type { Row } from '#server/db/schema.ts'
import { inWorkspace, type Trx } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused } from '#server/desk.ts'
import { type MemberRef, namesOf } from './case-parts.ts'
import { HOUSE, happeningsOf } from './drill.ts'
import { casesOf, drillForObserver, notesOf, shapeMoment, shapePulse } from './drill-parts.ts'

const LATEST = 40

const REMOVED: Words = { fr: 'Un message est supprimé', en: 'A message is removed' }

const both = (text: string): Words => ({ fr: text, en: text })

const saysOf = (inject: Inject): Words => {
  switch (inject.kind) {
    case 'message':
    case 'own':
    case 'elsewhere':
      return both(inject.text)
    case 'removal':
      return inject.who
    default:
      return inject.says
  }
}

/** Who speaks, or acts, when it happens. */
const fromOf = ({ scenario }: Row<'drills'>, inject: Inject): Words => {
  if (inject.kind === 'own') return both(scenario.brand.name)
  if (inject.kind === 'removal') return REMOVED
  if (inject.kind === 'inside') return scenario.departments.find(({ id }) => id === inject.from)?.name ?? HOUSE
  return both(scenario.people.find(({ id }) => id === inject.by)?.name ?? inject.by)
}

/** What has neither happened nor been passed over, in the order of the timetable. */
const upcomingOf = (row: Row<'drills'>) => {
  const { injected, passedOver } = row.world
  return withOrders(row.scenario, row.orders)
    .injects.filter(({ id }) => injected[id] === undefined && !passedOver.includes(id))
    .map((inject) => ({
      ...{ id: inject.id, minute: inject.at, kind: inject.kind, from: fromOf(row, inject), says: saysOf(inject) },
      conditional: inject.when.length + inject.unless.length > 0,
    }))
}

const peopleNow = (row: Row<'drills'>) =>
  row.scenario.people.map(({ id, name, handle, role, followers }) => {
    const now = row.world.people[id]
    const startedAt = row.started_at.getTime()
    return {
      ...{ id, name, handle, role, followers, opinion: Math.round(now?.opinion ?? 0), answers: now?.answers ?? 0 },
      waitsSince: now?.wait?.owed === true ? storyMinute({ startedAt }, now.wait.since) : null,
      ...{ late: now?.wait?.late ?? false, settled: now?.settled ?? false },
    }
  })

const wordsOf = (act: Act): string => ('text' in act ? act.text : '')
const peopleIn = (act: Act): readonly (string | null)[] =>
  'people' in act ? act.people : ['to' in act ? act.to : 'person' in act ? act.person : null]
/** Whom a deed was for, by their names; null where it was for everybody, or for somebody of the street. */
const forWhom = ({ scenario }: Row<'drills'>, act: Act): string | null => {
  const names = peopleIn(act).flatMap((one) => scenario.people.find(({ id }) => id === one)?.name ?? [])
  return names.length === 0 ? null : names.join(', ')
}

const shapeDeed = (row: Row<'drills'>, act: Act, names: ReadonlyMap<string, MemberRef>) => ({
  id: act.id,
  minute: storyMinute({ startedAt: row.started_at.getTime() }, act.at),
  ...{ by: act.by === null ? null : (names.get(act.by) ?? null), kind: act.kind, text: wordsOf(act) },
  person: forWhom(row, act),
})

const readActs = async (trx: Trx, workspaceId: string): Promise<Act[]> =>
  (await trx.selectFrom('drill_acts').select('act').where('workspace_id', '=', workspaceId).execute())
    .map(({ act }) => act)
    .sort((a, b) => b.at - a.at)
    .slice(0, LATEST)

/** What observers see of a drill: the curve, each person’s mood, who does what, and what is to come (C4). */
export const readDrillConsole = (desk: Desk, actor: Actor) =>
  inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const row = await drillForObserver(trx, actor)
    if (isRefused(row)) return row
    const acts = await readActs(trx, actor.workspaceId)
    const pulses = await happeningsOf(trx, actor.workspaceId, ['pulse'])
    const moments = (await happeningsOf(trx, actor.workspaceId, ['moment'])).slice(-LATEST).reverse()
    const names = await namesOf(trx, [...acts.map(({ by }) => by), ...moments.map(({ moment }) => moment.member)])
    const caseOf = await casesOf(
      trx,
      moments.map(({ moment }) => moment),
    )
    return {
      pulses: pulses.map(({ pulse }) => shapePulse(row, pulse)),
      mood: Math.round(row.world.mood),
      people: peopleNow(row),
      deeds: acts.map((act) => shapeDeed(row, act, names)),
      moments: moments.map(({ moment }) => ({ ...shapeMoment(row, moment, names, caseOf), code: moment.code })),
      upcoming: upcomingOf(row),
      notes: await notesOf(trx, row),
    }
  })
