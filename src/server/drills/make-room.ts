import { randomBytes } from 'node:crypto'
import type { Charter } from '#core/charter/charter.ts'
import { ANY } from '#core/charter/charter.ts'
import { compressedMinutes } from '#core/drill/drill-clock.ts'
import type { Scenario } from '#core/drill/scenario.ts'
import { newHookSecret } from '#server/access/signed-hook.ts'
import type { Trx } from '#server/db/transaction.ts'
import { enterWorkspace } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import { type BrandRules, promiseOf } from './brand-rules.ts'
import { drillConnector } from './drill-connector.ts'

/** Departments promise in minutes of the desk, and none in less than this. */
const LEAST_DEPARTMENT_MINUTES = 5
const ALWAYS = [{ from: '00:00', to: '24:00' }]

export interface Room {
  workspaceId: string
  accountId: string
}

interface Asked {
  scenario: Scenario
  compression: number
  startedBy: string
}

/** The brand's own charter, with what it says of accounts and networks said of the simulated one. */
const charterHere = (charter: Charter, connector: string): Charter => ({
  ...charter,
  autonomy: charter.autonomy.map((line) => (line.connector === ANY ? line : { ...line, connector })),
  waiting: { ...charter.waiting, accountIds: [] },
})

const copyRules = async (desk: Desk, trx: Trx, rules: BrandRules, workspaceId: string): Promise<void> => {
  const own = { workspace_id: workspaceId }
  const { charter } = rules
  if (charter !== undefined) {
    const id = desk.newId()
    const kept = JSON.stringify(charterHere(charter.charter, drillConnector(desk).id))
    await trx
      .insertInto('charter_versions')
      .values({ ...charter, ...own, id, charter: kept })
      .execute()
    if (rules.charterApprovals.length > 0)
      await trx
        .insertInto('charter_approvals')
        .values(rules.charterApprovals.map((one) => ({ ...one, ...own, version_id: id })))
        .execute()
  }
  const again = <T extends { id: string }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, ...own, id: desk.newId() }))
  if (rules.rulesOff.length > 0) await trx.insertInto('rule_switches').values(again(rules.rulesOff)).execute()
  if (rules.labels.length > 0) await trx.insertInto('labels').values(again(rules.labels)).execute()
  if (rules.shifts.length > 0) await trx.insertInto('shifts').values(again(rules.shifts)).execute()
  if (rules.autonomies.length > 0)
    await trx
      .insertInto('autonomies')
      .values(rules.autonomies.map((one) => ({ ...one, ...own })))
      .execute()
}

/** Who can be asked in the story, by the names that the scenario gives them (T3). */
const openDepartments = async (desk: Desk, trx: Trx, asked: Asked, rules: BrandRules, workspaceId: string) => {
  const language = rules.brand.language === 'en' ? 'en' : 'fr'
  const rows = asked.scenario.departments.map((one) => ({
    ...{ id: desk.newId(), workspace_id: workspaceId, name: one.name[language], head_id: null },
    promise_minutes: Math.max(
      LEAST_DEPARTMENT_MINUTES,
      compressedMinutes(Math.max(one.otherwise.after, ...one.answers.map(({ after }) => after)), asked.compression),
    ),
    created_at: new Date(desk.now()),
  }))
  if (rows.length > 0) await trx.insertInto('departments').values(rows).execute()
}

/** The brand's systems in the story tell facts as real ones do; nobody holds this one's token. */
const openFactSource = async (desk: Desk, trx: Trx, asked: Asked, workspaceId: string): Promise<void> => {
  const id = desk.newId()
  await trx
    .insertInto('fact_sources')
    .values({
      ...{ id, workspace_id: workspaceId, name: asked.scenario.brand.name, created_by: asked.startedBy },
      token_hash: randomBytes(32),
      hook_secret: desk.seal.seal('fact-source', `fact_sources|hook_secret|${id}`, newHookSecret()),
      created_at: new Date(desk.now()),
    })
    .execute()
}

const openAccount = async (desk: Desk, trx: Trx, { scenario }: Asked, workspaceId: string): Promise<string> => {
  const id = desk.newId()
  const { name, handle } = scenario.brand
  await trx
    .insertInto('channel_accounts')
    .values({
      ...{ id, workspace_id: workspaceId, connector: drillConnector(desk).id, external_id: `drill-${handle}` },
      ...{ handle, display_name: name, connected_at: new Date(desk.now()), next_poll_at: new Date(desk.now()) },
    })
    .execute()
  return id
}

/**
 * Makes the workspace in which a drill is played: the practising brand's charter, rules, people and promise, clocks divided by the
 * compression, and one simulated account. Leaves the transaction inside it.
 */
export const makeRoom = async (desk: Desk, trx: Trx, rules: BrandRules, asked: Asked): Promise<Room> => {
  const workspaceId = desk.newId()
  const at = new Date(desk.now())
  const { brand } = rules
  const own = { workspace_id: workspaceId }
  await enterWorkspace(trx, workspaceId)
  await trx
    .insertInto('workspaces')
    .values({
      ...{ id: workspaceId, name: asked.scenario.brand.name, slug: `exercice-${workspaceId}`, drill_of: brand.id },
      ...{ language: brand.language, time_zone: brand.time_zone, undo_ms: brand.undo_ms },
      ...{ late_after_minutes: brand.late_after_minutes, private_ways: JSON.stringify(brand.private_ways) },
      created_at: at,
    })
    .execute()
  await trx
    .insertInto('memberships')
    .values(rules.people.map((one) => ({ ...one, ...own, created_at: at })))
    .execute()
  await trx.insertInto('case_numbers').values(own).execute()
  const calendar = { timeZone: brand.time_zone, weekly: Array(7).fill(ALWAYS), holidays: [], openings: [] }
  await trx
    .insertInto('business_calendars')
    .values({ ...own, calendar: JSON.stringify(calendar), updated_at: at })
    .execute()
  const promised = compressedMinutes(promiseOf(rules, asked.scenario.promise), asked.compression)
  await trx
    .insertInto('sla_policies')
    .values({
      ...{ ...own, connector: drillConnector(desk).id, calendar: 'always' },
      ...{ first_reply_minutes: promised, next_reply_minutes: promised },
    })
    .execute()
  await copyRules(desk, trx, rules, workspaceId)
  await openDepartments(desk, trx, asked, rules, workspaceId)
  await openFactSource(desk, trx, asked, workspaceId)
  return { workspaceId, accountId: await openAccount(desk, trx, asked, workspaceId) }
}
