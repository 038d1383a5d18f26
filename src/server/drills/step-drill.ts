import type { Act } from '#core/drill/act.ts'
import { storyAt } from '#core/drill/drill-clock.ts'
import type { Happening } from '#core/drill/happening.ts'
import { withOrders } from '#core/drill/orders.ts'
import { endDrill as endStory, stepDrill as stepStory } from '#core/drill/step.ts'
import type { Activity } from '#core/mention.ts'
import type { Row } from '#server/db/schema.ts'
import { asWorkerIn, type Trx } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { clockOf } from '#server/queries/drill-parts.ts'
import { deskActs } from './desk-acts.ts'
import { finishDrill } from './finish-drill.ts'
import { answerAsDepartment, tellFacts, tellTrainees } from './inside.ts'
import { type Mailbox, showPosts, takeEntries } from './mail.ts'

/** What was said and done comes from the desk's clock, and what the story says goes back to it. */
const inStory = (row: Row<'drills'>, acts: readonly Act[]): Act[] => {
  const clock = clockOf(row)
  return acts.map((act) => ({ ...act, at: storyAt(clock, act.at) }))
}

const keep = async (trx: Trx, row: Row<'drills'>, acts: readonly Act[], happenings: readonly Happening[]) => {
  const own = { workspace_id: row.workspace_id }
  if (acts.length > 0)
    await trx
      .insertInto('drill_acts')
      .values(acts.map((act) => ({ ...own, id: act.id, act: JSON.stringify(act) })))
      .onConflict((c) => c.doNothing())
      .execute()
  if (happenings.length > 0)
    await trx
      .insertInto('drill_happenings')
      .values(happenings.map((one) => ({ ...own, seq: one.seq, happening: JSON.stringify(one) })))
      .execute()
}

/** A call to the switchboard is written down as a private word of whoever calls: it is owed an answer, in private. */
const callOf = (row: Row<'drills'>, call: Extract<Happening, { kind: 'call' }>, language: 'fr' | 'en'): Activity[] => {
  const person = row.scenario.people.find(({ id }) => id === call.person)
  if (person === undefined) return []
  const { id: externalId, handle, name: displayName, followers } = person
  return [
    {
      ...{ kind: 'message', messageId: `call-${call.seq}`, conversationKey: `private/${externalId}/${row.world.id}` },
      author: { externalId, handle, displayName, followers },
      ...{ audience: 'private', form: 'direct', text: `☎ ${call.says[language]}`, attachments: [], sentAt: call.at },
    },
  ]
}

const activitiesOf = (row: Row<'drills'>, happenings: readonly Happening[], language: 'fr' | 'en'): Activity[] =>
  happenings.flatMap((one) =>
    one.kind === 'activity' ? [one.activity] : one.kind === 'call' ? callOf(row, one, language) : [],
  )

const toldFacts = async (trx: Trx, row: Row<'drills'>): Promise<Set<string>> => {
  const kept = await trx
    .selectFrom('drill_happenings')
    .select('happening')
    .where('workspace_id', '=', row.workspace_id)
    .where((eb) => eb(eb.ref('happening', '->>').key('kind'), '=', 'fact'))
    .execute()
  return new Set(
    kept.flatMap(({ happening }) => (happening.kind === 'fact' && happening.is === 'known' ? [happening.fact] : [])),
  )
}

/** What reaches the desk besides its network: answers of departments, words for everybody, facts of the brand's systems. */
const tellInside = async (trx: Trx, desk: Desk, row: Row<'drills'>, happenings: readonly Happening[], fr: boolean) => {
  const language = fr ? 'fr' : 'en'
  let told = false
  for (const one of happenings)
    if (one.kind === 'inside') told = !(await answerAsDepartment(trx, desk, one, language)) || told
    else if (one.kind === 'elsewhere') told = true
  if (told) await tellTrainees(trx, desk, row.workspace_id)
  await tellFacts(trx, desk, row, await toldFacts(trx, row), language)
}

const contextOf = async (trx: Trx, row: Row<'drills'>) => {
  const { language } = await trx
    .selectFrom('workspaces')
    .select('language')
    .where('id', '=', row.workspace_id)
    .executeTakeFirstOrThrow()
  const account = await trx
    .selectFrom('channel_accounts')
    .select('id')
    .where('workspace_id', '=', row.workspace_id)
    .executeTakeFirstOrThrow()
  return { fr: language !== 'en', accountId: account.id }
}

const stepIn = async (trx: Trx, desk: Desk, row: Row<'drills'>, end: boolean, by: string | null): Promise<boolean> => {
  const now = desk.now()
  const { fr, accountId } = await contextOf(trx, row)
  const box: Mailbox = { workspaceId: row.workspace_id, accountId, now }
  const entries = await takeEntries(trx, box)
  const heard = await deskActs(trx, row.workspace_id, row.followed, entries, row.scenario)
  const acts = inStory(row, heard.acts)
  const scenario = withOrders(row.scenario, row.orders)
  const until = storyAt(clockOf(row), now)
  const lived = stepStory(scenario, row.world, until, acts)
  const ended = end ? endStory(scenario, lived.state, until) : { state: lived.state, happenings: [] }
  const happenings = [...lived.happenings, ...ended.happenings]
  await keep(trx, row, acts, happenings)
  await showPosts(trx, box, clockOf(row), activitiesOf(row, happenings, fr ? 'fr' : 'en'))
  await trx
    .updateTable('drills')
    .set({ world: JSON.stringify(ended.state), followed: JSON.stringify(heard.followed) })
    .where('id', '=', row.id)
    .execute()
  await tellInside(trx, desk, row, happenings, fr)
  const over = happenings.some(({ kind }) => kind === 'over')
  if (over) await finishDrill(trx, desk, row, by)
  return happenings.some(({ kind }) => kind === 'activity' || kind === 'call')
}

/** Lets the story of one drill go on to now; true when somebody spoke. A drill that another process steps is left to it. */
export const stepDrill = (desk: Desk, workspaceId: string): Promise<boolean> =>
  asWorkerIn(desk.db, workspaceId, async (trx) => {
    const row = await trx
      .selectFrom('drills')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('state', '=', 'running')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    return row === undefined ? false : stepIn(trx, desk, row, false, null)
  })

/** Ends a locked drill before its time, with all that was done until now. */
export const endIn = (trx: Trx, desk: Desk, row: Row<'drills'>, by: string): Promise<boolean> =>
  stepIn(trx, desk, row, true, by)
