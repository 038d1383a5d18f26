import type { ShutDoor } from '#core/drill/mailbox.ts'
import type { Scenario } from '#core/drill/scenario.ts'
import { beginDrill } from '#core/drill/state.ts'
import { recordEvents } from '#server/db/record-events.ts'
import { enterWorkspace, inWorkspace } from '#server/db/transaction.ts'
import { type Actor, type Desk, isRefused, type Refused } from '#server/desk.ts'
import { type BrandRules, promiseOf, readBrandRules } from '#server/drills/brand-rules.ts'
import { chooseScenario, type ScenarioAsked } from '#server/drills/choose-scenario.ts'
import { isDrill } from '#server/drills/is-drill.ts'
import { keepDoors } from '#server/drills/mail.ts'
import { makeRoom } from '#server/drills/make-room.ts'

export interface DrillAsked {
  scenario: ScenarioAsked
  compression: number
  seed?: string | undefined
  trainees: readonly string[]
  observers: readonly string[]
}

const SEED_SPAN = 2 ** 32

/** One part each; whoever starts a drill and plays no part looks on. */
const partsOf = ({ trainees, observers }: DrillAsked, starter: string) => {
  const parts = new Map<string, 'trainee' | 'observer'>(observers.map((id) => [id, 'observer']))
  for (const id of trainees) parts.set(id, 'trainee')
  if (!parts.has(starter)) parts.set(starter, 'observer')
  return parts
}

/** The people of the story whom no private message reaches until they write in private themselves (P2). */
const shutDoors = ({ people }: Scenario): [string, ShutDoor][] =>
  people.flatMap(({ id, door }) => (door === 'open' ? [] : [[id, door]]))

/** Those who are asked and no longer work for the brand. */
const findStrangers = (rules: BrandRules, asked: Iterable<string>): string[] =>
  [...asked].filter((id) => !rules.people.some(({ member_id }) => member_id === id))

/** Starts a drill in a workspace of its own: the brand's rules and people, a simulated public, and no way out (C4). */
export const startDrill = async (
  desk: Desk,
  actor: Actor,
  asked: DrillAsked,
): Promise<{ workspaceId: string } | Refused> => {
  if (await isDrill(desk, actor.workspaceId)) return { refused: 'drill-in-drill' }
  const scenario: Scenario | Refused = chooseScenario(asked.scenario)
  if (isRefused(scenario)) return scenario
  const parts = partsOf(asked, actor.memberId)
  if (![...parts.values()].includes('trainee')) return { refused: 'drill-without-trainee' }
  const seed = asked.seed ?? Math.floor(desk.random() * SEED_SPAN).toString(36)
  const started = await inWorkspace(desk.db, actor.workspaceId, async (trx) => {
    const rules = await readBrandRules(trx, actor.workspaceId, [...parts.keys()])
    const strangers = findStrangers(rules, parts.keys())
    if (strangers.length > 0) return { refused: 'not-a-member', data: { members: strangers } } satisfies Refused
    const at = desk.now()
    const id = desk.newId()
    // The public expects what the brand promises, if that is sooner.
    const played = { ...scenario, promise: promiseOf(rules, scenario.promise) }
    const { compression } = asked
    const { workspaceId, accountId } = await makeRoom(desk, trx, rules, {
      ...{ scenario: played, compression, startedBy: actor.memberId },
    })
    await trx
      .insertInto('drills')
      .values({
        ...{ id, workspace_id: workspaceId, brand_id: actor.workspaceId, seed, compression },
        ...{ scenario: JSON.stringify(played), state: 'running', started_by: actor.memberId, started_at: new Date(at) },
        world: JSON.stringify(beginDrill(played, { id, seed, startedAt: at })),
      })
      .execute()
    await trx
      .insertInto('drill_people')
      .values([...parts].map(([member_id, part]) => ({ workspace_id: workspaceId, member_id, part })))
      .execute()
    await keepDoors(trx, { workspaceId, accountId, now: at }, shutDoors(played))
    const event = {
      ...{ name: 'drill.started' as const, at, memberId: actor.memberId },
      data: { drillWorkspaceId: workspaceId, scenario: played.id, compression },
    }
    await recordEvents(trx, workspaceId, [event])
    await enterWorkspace(trx, actor.workspaceId)
    await recordEvents(trx, actor.workspaceId, [event])
    return { workspaceId }
  })
  if (!isRefused(started)) desk.wake('drill')
  return started
}
