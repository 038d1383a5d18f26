import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { contract } from '#contract/index.ts'
import { urlOf } from '#contract/route.ts'
import { applyApproval } from '#core/approval/apply-approval.ts'
import { askApproval } from '#core/approval/decide-approval.ts'
import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import type { Database } from '#server/db/database.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { testDatabase } from '#test/database.ts'
import { fakeNetwork } from '#test/fake-network.ts'
import { crisisBodies, crisisIds, crisisTables, fillCrisis } from '#test/filled-crisis.ts'
import { makeAccount, makeMention } from '#test/mention.ts'
import { fillRadar } from '#test/radar-rows.ts'
import { openTestSite, type TestSite } from '#test/site.ts'
import { makeWorkspace } from '#test/workspace.ts'

const SECRET = 'Commande jamais reçue, dit Camille'

/** A brand with one of everything that has an address. */
const fillBrand = async (site: TestSite, name: string, words: string) => {
  const brand = await makeWorkspace(site.desk.db, name)
  const { workspaceId, members } = brand
  const accountId = await makeAccount(site.desk, workspaceId, 'fake')
  const mention = await makeMention(site.desk, workspaceId, accountId, words)
  const here = { workspace_id: workspaceId }
  const at = new Date(site.desk.now())
  const ids = {
    labelId: randomUUID(),
    viewId: randomUUID(),
    fileId: randomUUID(),
    deliveryId: randomUUID(),
    approvalId: randomUUID(),
    shiftId: randomUUID(),
    absenceId: randomUUID(),
    departmentId: randomUUID(),
    deviceId: randomUUID(),
    contestId: randomUUID(),
    gestureId: randomUUID(),
    alertId: randomUUID(),
    storyId: randomUUID(),
    muteId: randomUUID(),
    lineId: randomUUID(),
    incidentId: randomUUID(),
    ...crisisIds(),
  }
  await inWorkspace(site.desk.db, workspaceId, async (trx) => {
    await trx
      .insertInto('labels')
      .values({ ...here, id: ids.labelId, name: words, created_at: at })
      .execute()
    await trx
      .insertInto('saved_views')
      .values({ ...here, id: ids.viewId, name: words, filter: '{}', created_at: at })
      .execute()
    await trx
      .insertInto('files')
      .values({
        ...here,
        id: ids.fileId,
        sha256: Buffer.alloc(32),
        name: words,
        media_type: 'text/plain',
        size: words.length,
        content: Buffer.from(words),
        created_at: at,
      })
      .execute()
    await trx
      .insertInto('notifications')
      .values({ ...here, id: randomUUID(), member_id: members.maud, kind: 'mentioned', data: '{}', created_at: at })
      .execute()
    await trx
      .insertInto('receipts')
      .values({
        ...here,
        account_id: accountId,
        external_id: 'lost',
        source: 'poll',
        body: JSON.stringify(words),
        state: 'quarantined',
        received_at: at,
      })
      .execute()
    await trx
      .insertInto('deliveries')
      .values({
        ...here,
        id: ids.deliveryId,
        account_id: accountId,
        conversation_id: mention.conversationId,
        case_id: mention.caseId,
        member_id: members.aicha,
        audience: 'public',
        text: words,
        content_hash: Buffer.alloc(32),
        state: 'held',
        guard: '{}',
        queued_at: at,
        ready_at: at,
        next_at: at,
      })
      .execute()
    const away = {
      from_at: at,
      until_at: new Date(at.getTime() + 86_400_000),
      recorded_by: members.maud,
      recorded_at: at,
    }
    await trx
      .insertInto('absences')
      .values({ ...here, id: ids.absenceId, member_id: members.aicha, ...away })
      .execute()
    const hours = { duty: 'answer', weekday: 1, starts: '09:00', ends: '18:00' } as const
    await trx
      .insertInto('shifts')
      .values({ ...here, id: ids.shiftId, member_id: members.aicha, ...hours, created_at: at })
      .execute()
    await trx
      .insertInto('departments')
      .values({ ...here, id: ids.departmentId, name: words, promise_minutes: 60, created_at: at })
      .execute()
    await trx
      .insertInto('notification_devices')
      .values({
        ...{ ...here, id: ids.deviceId, member_id: members.maud, name: words, added_at: at },
        ...{ endpoint_hash: Buffer.alloc(32), subscription: Buffer.alloc(1) },
      })
      .execute()
    await trx
      .insertInto('rule_switches')
      .values({ ...here, id: randomUUID(), rule: 'A4', reason: words, off_by: members.sarah, off_at: at })
      .execute()
    const finding = { rule: 'A4', code: 'template-left', params: { what: words }, severity: 'block', start: 0, end: 1 }
    await trx
      .insertInto('contests')
      .values({
        ...{ ...here, id: ids.contestId, case_id: mention.caseId, member_id: members.aicha, audience: 'public' },
        ...{ rule: 'A4', code: 'template-left', words, finding: JSON.stringify({ ...finding, fixes: [] }) },
        ...{ reason: words, contested_at: at },
      })
      .execute()
    const { author_id } = await trx.selectFrom('cases').select('author_id').executeTakeFirstOrThrow()
    await trx
      .insertInto('gestures')
      .values({
        ...{ ...here, id: ids.gestureId, case_id: mention.caseId, author_id, kind: 'gift', amount_cents: 100 },
        ...{ reason: words, member_id: members.aicha, given_at: at },
      })
      .execute()
    const said = { language: 'fr', intent: 'complaint', sentiment: 'negative', topic: 'delivery' } as const
    await trx
      .insertInto('message_readings')
      .values({
        ...{ ...here, message_id: mention.messageId, ...said, urgent: false, needs_answer: true, read_at: at },
        ...{ personal_dispute: true, because: JSON.stringify({ intent: [words] }) },
      })
      .execute()
    const decided = { level: 'all-read', decided_by: members.sarah, decided_at: at } as const
    await trx
      .insertInto('autonomies')
      .values({ ...here, member_id: members.aicha, ...decided })
      .execute()
    await trx
      .insertInto('surge_series')
      .values({ ...here, series: JSON.stringify({ name: words }), bucket_at: at, feed: 'heard', feed_since: at })
      .execute()
    const figures = { counted: 1, usual: 1, times: 1, overMs: 1, weekday: 1, hour: 1, negativeShare: null }
    await trx
      .insertInto('alerts')
      .values({
        ...{ ...here, id: ids.alertId, raised_at: at, bucket_at: at, score: 1, height: 1 },
        why: JSON.stringify({ ...figures, name: words }),
      })
      .execute()
    await fillCrisis(trx, { here, at, words, members, mention, ids })
    await fillRadar(trx, { workspaceId, memberId: members.aicha, messageId: mention.messageId, words, at, ...ids })
    const team = { members: [], available: [], away: [], standIns: {} }
    const until = { needed: 1, dueAt: at.getTime(), owed: true, escalateAt: 0.4 } as const
    const asked = askApproval({ ...until, at: at.getTime(), writerId: members.tom, team })
    await trx
      .insertInto('approvals')
      .values({
        ...{ ...here, id: ids.approvalId, account_id: accountId, conversation_id: mention.conversationId },
        ...{ case_id: mention.caseId, writer_id: members.tom, audience: 'public', asked_text: words, text: words },
        ...{ seen_mark: '1.1.0', reasons: '[]', guard: '{}', state: 'waiting', needed: 1, asked_at: at, due_at: at },
        fold: JSON.stringify(applyApproval(null, asked)),
      })
      .execute()
  })
  return { ...brand, accountId, caseId: mention.caseId, messageId: mention.messageId, ...ids }
}

/** Everything that the database holds of a brand, as one hash a table. */
const photograph = async (database: Database, workspaceId: string): Promise<Record<string, string>> => {
  const client = await database.owner.connect()
  try {
    await client.query("set app.maintenance = 'on'")
    const { rows: tables } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id'",
    )
    const seen: Record<string, string> = {}
    for (const { name } of tables) {
      const { rows } = await client.query<{ hash: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as hash from ${name} t where workspace_id = $1`,
        [workspaceId],
      )
      seen[name] = rows[0]?.hash ?? ''
    }
    return seen
  } finally {
    client.release(true)
  }
}

const bodies: Readonly<Record<string, object>> = {
  assignCase: { memberId: null },
  snoozeCase: { until: 1_900_000_000_000 },
  resolveCase: { reason: 'spam' },
  addNote: { text: 'bonjour' },
  recordFact: { kind: 'order', status: 'requested', detail: 'x' },
  showPresence: { doing: 'writing' },
  saveDraft: { audience: 'public', text: 'bonjour' },
  settleDelivery: { decision: 'give-up' },
  approveReply: { accountId: randomUUID(), wording: 1, seenMark: '1.1.0' },
  returnReply: { reason: 'non' },
  sendHolding: { deliveryId: randomUUID(), accountId: randomUUID(), text: 'x', seenMark: '1.1.0' },
  changeRole: { role: 'trainee' },
  reconnectChannel: { credentials: {} },
  updateChannel: { colour: '#ffffff' },
  changeDepartment: { name: 'x', reach: '', headId: null, people: [], promiseMinutes: 60 },
  contestFinding: { audience: 'public', text: 'x', rule: 'A4', code: 'template-left', start: 0, reason: 'x' },
  decideContest: { outcome: 'rejected' },
  decideAutonomy: { verdict: 'decline', to: { level: 'sensitive-read', subjects: [], upToCents: null } },
  reverseGesture: { reason: 'x' },
  correctReading: { intent: 'praise', urgent: true },
  describeIncident: { title: 'x', matching: NOTHING_MATCHES, sinceAt: 0 },
  setIncidentLevel: { level: 1 },
  giveIncidentRole: { role: 'writes', memberId: randomUUID() },
  endIncidentRole: { roleId: randomUUID() },
  handOverIncident: { memberId: randomUUID() },
  takeIncident: {},
  putMaySay: { state: 'withdrawn', says: 'x', words: [], claims: [], dates: false, proof: null },
  logDecision: { words: 'x' },
  planPublicUpdate: { at: 1_900_000_000_000 },
  notePublicUpdate: { words: 'x' },
  linkCase: { caseId: randomUUID() },
  unlinkCase: { caseId: randomUUID() },
  closeIncident: { reason: 'x' },
  ...crisisBodies,
}

test('with every id of another brand in hand, an administrator reads nothing of it and changes nothing in it', async () => {
  await using db = await testDatabase()
  await using site = await openTestSite(db.database, { connectors: [fakeNetwork().connector] })
  const ours = await fillBrand(site, 'Fleurs du Port', 'Merci pour le bouquet')
  const theirs = await fillBrand(site, 'Voiles de Nantes', SECRET)
  const cookie = await site.cookieOf(ours.members.maud)
  const before = await photograph(db.database, theirs.workspaceId)
  for (const table of [
    'cases',
    'messages',
    'labels',
    'deliveries',
    'receipts',
    'files',
    'approvals',
    'shifts',
    'absences',
    'departments',
    'notification_devices',
    'rule_switches',
    'contests',
    'gestures',
    'autonomies',
    'message_readings',
    'surge_series',
    'alerts',
    'radar_stories',
    'radar_mutes',
    'digests',
    'digest_lines',
    'incidents',
    'incident_roles',
    'incident_mentions',
    'may_say',
    'incident_log',
    ...crisisTables,
  ])
    assert.match(before[table] ?? '', /^1 /, `${table} is in the picture`)
  const ids = [
    theirs.caseId,
    theirs.accountId,
    theirs.labelId,
    theirs.viewId,
    theirs.fileId,
    theirs.deliveryId,
    theirs.approvalId,
    theirs.shiftId,
    theirs.absenceId,
    theirs.departmentId,
    theirs.deviceId,
    theirs.contestId,
    theirs.gestureId,
    theirs.messageId,
    theirs.alertId,
    theirs.storyId,
    theirs.muteId,
    theirs.lineId,
    theirs.incidentId,
    theirs.voucherId,
    theirs.outreachId,
    theirs.importId,
    theirs.members.tom,
    theirs.workspaceId,
    '1',
    '2',
  ]
  const routes = { ...contract, readFile: { method: 'GET', path: '/files/:id', scope: 'workspace' } as const }
  let asked = 0
  for (const [name, route] of Object.entries(routes)) {
    if (route.scope !== 'workspace') continue
    for (const id of route.path.includes(':') ? ids : ['']) {
      const url = urlOf(route, ours.workspaceId).replace(/:(id|labelId)\b/g, id)
      const send = {
        deliveryId: randomUUID(),
        audience: 'public',
        text: 'Bonjour Camille',
        accountId: theirs.accountId,
        seenMark: '1.1.0',
      }
      const body = name === 'sendReply' || name === 'askApproval' ? send : bodies[name]
      const write = route.method === 'POST' || route.method === 'PUT'
      const answer = await site.ask({ method: route.method, url, cookie, ...(write && { body: body ?? {} }) })
      asked += 1
      assert.ok(answer.statusCode < 500, `${name} ${answer.statusCode} ${answer.body}`)
      assert.doesNotMatch(answer.body, /Camille|Voiles/, `${name} with ${id}`)
      // A body that is not even read would try nothing.
      if (id === theirs.caseId && name in bodies) assert.notEqual(answer.json().refused, 'invalid-input', name)
      if (id !== '' && id.length > 2 && name !== 'leaveCase')
        assert.notEqual(answer.statusCode, 200, `${name} with ${id}: ${answer.body}`)
    }
  }
  assert.ok(asked > 250, `${asked}`)
  const filters = ['owner', 'account', 'label'].map((key) => [
    key,
    theirs.members.aicha,
    theirs.accountId,
    theirs.labelId,
  ])
  for (const [key, ...values] of filters)
    for (const value of values) {
      const { rows } = (
        await site.ask({ url: `/api/w/${ours.workspaceId}/inbox?queue=all&${key}=${value}`, cookie })
      ).json()
      assert.ok(rows.every((row: { id: string }) => row.id !== theirs.caseId))
    }
  const search = await site.ask({ url: `/api/w/${ours.workspaceId}/inbox?queue=all&q=Camille`, cookie })
  assert.deepEqual(search.json().rows, [])
  const bulk = await site.ask({
    method: 'POST',
    url: `/api/w/${ours.workspaceId}/case-changes`,
    cookie,
    body: { cases: [theirs.caseId], change: { kind: 'resolve', reason: 'spam' } },
  })
  assert.deepEqual(bulk.json().results, [{ id: theirs.caseId, refused: 'not-found' }])
  assert.deepEqual(await photograph(db.database, theirs.workspaceId), before)
})
