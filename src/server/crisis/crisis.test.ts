import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import { closeIncident } from '#server/actions/close-incident.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { describeIncident } from '#server/actions/describe-incident.ts'
import { endIncidentRole, giveIncidentRole } from '#server/actions/give-incident-role.ts'
import { handOverIncident, takeIncident } from '#server/actions/hand-over-incident.ts'
import { linkCase, unlinkCase } from '#server/actions/link-cases.ts'
import { logDecision } from '#server/actions/log-decision.ts'
import { notePublicUpdate } from '#server/actions/plan-public-update.ts'
import { putMaySay } from '#server/actions/put-may-say.ts'
import { recordAbsence } from '#server/actions/record-absence.ts'
import { removeMember } from '#server/actions/remove-member.ts'
import { setIncidentLevel } from '#server/actions/set-incident-level.ts'
import { tendIncidents } from '#server/actions/tend-incidents.ts'
import { linkMentions } from '#server/crisis/link-mentions.ts'
import type { Actor } from '#server/desk.ts'
import { readIncident } from '#server/queries/incident.ts'
import { listIncidents } from '#server/queries/incidents.ts'
import { makeMention } from '#test/mention.ts'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'

const LATE = { ...NOTHING_MATCHES, words: ['commande'] }

/** Noé’s mention has come in; a cell about late orders may be declared. */
const world = async () => {
  const w = await waitingReply()
  const declare = async (actor: Actor = w.as('aicha'), more = {}) =>
    allowed(await declareIncident(w.desk, actor, { title: 'Retards', matching: LATE, ...more }))
  const cell = async (id: string) => allowed(await readIncident(w.desk, w.as('sarah'), { id }))
  const pilot = async (id: string) => (await cell(id)).roles.find(({ role }) => role === 'pilot')
  return {
    ...w,
    declare,
    cell,
    pilot,
    tend: () => tendIncidents(w.desk),
    [Symbol.asyncDispose]: () => w[Symbol.asyncDispose](),
  }
}

test('declared in one act: piloted by whoever declares, with its past linked and counted; twice at once is one cell', async () => {
  await using w = await world()
  const [one, other] = await Promise.all([w.declare(), w.declare(w.as('julien'))])
  assert.equal(one.id, other.id)
  assert.deepEqual(new Set([one.joined, other.joined]), new Set([true, false]))
  await w.tend()
  const cell = await w.cell(one.id)
  assert.deepEqual(cell.figures, { mentions: 1, cases: 1, answered: 0, owed: 1, late: 0 })
  assert.equal(cell.isTakenCareOf, true)
  assert.equal((cell.nextPublicAt ?? 0) - cell.declaredAt, 30 * MINUTE_MS)
  assert.equal((await listIncidents(w.desk, w.as('tom'))).open.length, 1)
  assert.deepEqual(await w.events('incident.%'), ['incident.declared', 'incident.joined', 'incident.past-linked'])
  assert.ok((await w.notices('sarah')).includes('incident.declared'))
  assert.equal(
    refusal(await declareIncident(w.desk, w.as('aicha'), { matching: { ...LATE, words: ['fleurs'] } })).refused,
    'words-too-wide',
  )
})

test('a mention that was being written when the cell was declared is found a minute later', async () => {
  await using w = await world()
  const { id } = await w.declare()
  await w.tend()
  await makeMention(w.desk, w.workspaceId, w.accountId, 'Et ma commande ?')
  assert.equal((await w.cell(id)).figures.mentions, 1)
  w.desk.pass(MINUTE_MS)
  await w.tend()
  assert.equal((await w.cell(id)).figures.mentions, 2)
})

test('what a member links by hand is counted whatever it says, once, until they think better of it', async () => {
  await using w = await world()
  const { id } = await w.declare()
  const { caseId } = await makeMention(w.desk, w.workspaceId, w.accountId, 'Bonjour, quelqu’un ?')
  const before = (await w.cell(id)).figures.mentions
  allowed(await linkCase(w.desk, w.as('aicha'), { id, caseId }))
  assert.equal((await w.cell(id)).figures.mentions, before + 1)
  allowed(await linkCase(w.desk, w.as('aicha'), { id, caseId }))
  assert.equal((await w.cell(id)).figures.mentions, before + 1, 'said twice, it is one')
  allowed(await unlinkCase(w.desk, w.as('aicha'), { id, caseId }))
  assert.equal((await w.cell(id)).figures.mentions, before)
})

test('what a member unlinks is counted no more and stays out; other words link other mentions', async () => {
  await using w = await world()
  const { id } = await w.declare()
  await w.tend()
  allowed(await unlinkCase(w.desk, w.as('aicha'), { id, caseId: w.mention.caseId }))
  assert.equal((await w.cell(id)).figures.mentions, 0)
  const again = { matching: LATE, id, since_at: new Date(0) }
  const { conversationId } = w.mention
  const more = { messageId: w.desk.newId(), conversationId, accountId: w.accountId, text: 'ma commande', topic: null }
  const linked = await w.inside((trx) =>
    linkMentions(trx, w.workspaceId, w.desk.now(), [again], [{ ...more, sentAt: w.desk.now() }]),
  )
  assert.equal(linked, 0)
  await makeMention(w.desk, w.workspaceId, w.accountId, 'Un pesticide dans le bouquet ?')
  w.desk.pass(1000)
  const described = {
    id,
    title: 'Pesticides',
    matching: { ...LATE, words: ['pesticide'] },
    sinceAt: w.desk.now() - HOUR_MS,
  }
  allowed(await describeIncident(w.desk, w.as('aicha'), described))
  await w.tend()
  assert.equal((await w.cell(id)).figures.mentions, 1)
})

test('a pilot who is away or leaves is followed at once and told; nobody says « we are on it » until the new one has it', async () => {
  await using w = await world()
  const { id } = await w.declare()
  const today = { fromDay: '2026-03-02', untilDay: '2026-03-02' }
  allowed(
    await recordAbsence(w.desk, w.as('aicha'), { memberId: w.members.aicha, standInId: w.members.julien, ...today }),
  )
  await w.tend()
  assert.equal((await w.pilot(id))?.member.id, w.members.julien)
  assert.equal((await w.cell(id)).isTakenCareOf, false)
  assert.ok((await w.notices('julien')).includes('incident.pilot-given'))
  w.desk.pass(5 * MINUTE_MS)
  await w.tend()
  assert.ok((await w.notices('sarah')).includes('incident.pilot-untaken'))
  allowed(await takeIncident(w.desk, w.as('julien'), { id }))
  assert.equal((await w.cell(id)).isTakenCareOf, true)
  allowed(await removeMember(w.desk, w.as('maud'), { id: w.members.julien }))
  await w.tend()
  const next = await w.pilot(id)
  assert.ok(next !== undefined && next.member.id !== w.members.julien && next.takenAt === null)
})

test('the cell leads, and no trainee: roles, levels, hand-over and decisions are written down with who and when', async () => {
  await using w = await world()
  const { id } = await w.declare()
  assert.equal(refusal(await logDecision(w.desk, w.as('julien'), { id, words: 'x' })).refused, 'not-of-the-cell')
  allowed(await giveIncidentRole(w.desk, w.as('aicha'), { id, role: 'validates', memberId: w.members.julien }))
  allowed(await logDecision(w.desk, w.as('julien'), { id, words: 'Relivraison prioritaire' }))
  allowed(await setIncidentLevel(w.desk, w.as('sarah'), { id, level: 3 }))
  const cell = await w.cell(id)
  assert.equal((cell.nextPublicAt ?? 0) - cell.declaredAt, 15 * MINUTE_MS)
  assert.equal(cell.log.find(({ name }) => name === 'incident.decided')?.words, 'Relivraison prioritaire')
  const pilot = cell.roles.find(({ role }) => role === 'pilot')
  assert.equal(
    refusal(await endIncidentRole(w.desk, w.as('aicha'), { id, roleId: pilot?.id ?? '' })).refused,
    'pilot-hands-over',
  )
  assert.equal(
    refusal(await handOverIncident(w.desk, w.as('aicha'), { id, memberId: w.members.tom })).refused,
    'cannot-pilot',
  )
  allowed(await handOverIncident(w.desk, w.as('aicha'), { id, memberId: w.members.sarah }))
  assert.equal((await w.pilot(id))?.member.id, w.members.sarah)
})

test('a line of what may be said keeps each of its states; the newest stands, and none is rewritten', async () => {
  await using w = await world()
  const { id } = await w.declare()
  const line = {
    id,
    says: 'Relivraison',
    words: ['relivraison'],
    claims: ['delivery'],
    dates: true,
    proof: null,
  } as const
  const { lineId } = allowed(await putMaySay(w.desk, w.as('aicha'), { ...line, state: 'unconfirmed' }))
  assert.equal(
    refusal(await putMaySay(w.desk, w.as('aicha'), { ...line, lineId, state: 'confirmed' })).refused,
    'proof-needed',
  )
  w.desk.pass(1000)
  allowed(await putMaySay(w.desk, w.as('aicha'), { ...line, lineId, state: 'confirmed', proof: 'la logistique' }))
  assert.deepEqual(
    (await w.cell(id)).maySay.map(({ state, proof }) => [state, proof]),
    [['confirmed', 'la logistique']],
  )
  await assert.rejects(
    w.inside((trx) => sql`update may_say set says = 'x'`.execute(trx)),
    /permission denied/,
  )
})

test('the clock of the public runs out once for the pilot, and each update starts it anew', async () => {
  await using w = await world()
  const { id } = await w.declare()
  w.desk.pass(31 * MINUTE_MS)
  await w.tend()
  await w.tend()
  assert.deepEqual((await w.notices('aicha')).filter((kind) => kind === 'incident.update-late').length, 1)
  allowed(await notePublicUpdate(w.desk, w.as('aicha'), { id, words: 'Affiche en boutique' }))
  const cell = await w.cell(id)
  assert.equal(cell.nextPublicAt, w.desk.now() + HOUR_MS)
})

test('closed by its criteria, or before its time with a reason; then nothing of it is rewritten', async () => {
  await using w = await world()
  const { id } = await w.declare()
  const early = refusal(await closeIncident(w.desk, w.as('aicha'), { id }))
  assert.deepEqual([early.refused, early.data?.unmet], ['reason-needed', ['calm', 'public-told']])
  allowed(await closeIncident(w.desk, w.as('aicha'), { id, reason: 'Fausse alerte' }))
  const cell = await w.cell(id)
  assert.equal(cell.closed?.reason, 'Fausse alerte')
  assert.equal(cell.roles.find(({ role }) => role === 'pilot')?.member.id, w.members.aicha)
  assert.equal(refusal(await logDecision(w.desk, w.as('aicha'), { id, words: 'x' })).refused, 'incident-closed')
  await assert.rejects(
    w.inside((trx) => sql`update incidents set title = 'x'`.execute(trx)),
    /not rewritten/,
  )
  const { id: next, joined } = await w.declare()
  assert.ok(next !== id && !joined)
})

test('an affair that somebody dates back by decades is drawn by its end: the screen stays one that can be read', async () => {
  await using w = await world()
  const { id } = await w.declare(w.as('aicha'), { sinceAt: 0 })
  const { points } = (await w.cell(id)).curve
  assert.ok(points.length <= 122, `${points.length} points`)
})
