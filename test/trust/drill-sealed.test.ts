import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { drill } from '#connectors/drill/index.ts'
import { askDepartment } from '#server/actions/ask-department.ts'
import { askPrivateWay } from '#server/actions/ask-private-way.ts'
import { assignCase } from '#server/actions/assign-case.ts'
import { checkMessage } from '#server/actions/check-message.ts'
import { connectChannel } from '#server/actions/connect-channel.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { importOrders } from '#server/actions/import-orders.ts'
import { moveOutreach, readOutreachWords } from '#server/actions/move-outreach.ts'
import { prepareOutreach } from '#server/actions/prepare-outreach.ts'
import { reconnectChannel } from '#server/actions/reconnect-channel.ts'
import { tickOutreaches } from '#server/actions/tick-outreaches.ts'
import { openChannel } from '#server/channels/open-channel.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { makeSecondReader } from '#server/jobs/read-again.ts'
import { makeTeller } from '#server/jobs/tell.ts'
import { makeTicker } from '#server/jobs/tick.ts'
import { makeWatcher } from '#server/jobs/watch.ts'
import { listConnectors } from '#server/queries/connectors.ts'
import { readFigures } from '#server/queries/figures.ts'
import { makeRegistry } from '#server/registry.ts'
import { testDatabase } from '../database.ts'
import { type TestDesk, testDesk } from '../desk.ts'
import { answer, beginDrillFor, casesIn, makeHands, SHORT_STORY } from '../drill-story.ts'
import { fakeNetwork } from '../fake-network.ts'
import { makeAccount, makeMention } from '../mention.ts'
import { allowed } from '../waiting-reply.ts'
import { makeWorkspace } from '../workspace.ts'
import { watchWaysOut } from './ways-out.ts'

/** A real network of the brand’s: whatever touches it is counted. */
const spiedNetwork = () => {
  const touched: string[] = []
  const { connector } = fakeNetwork()
  const note = <T>(what: string, answer: T): T => {
    touched.push(what)
    return answer
  }
  return {
    touched,
    connector: {
      ...connector,
      connect: async () => note('connect', { kind: 'refused', reason: 'spied', detail: '' } as const),
      open: (account: Parameters<typeof connector.open>[0], tools: Parameters<typeof connector.open>[1]) =>
        note('open', connector.open(account, tools)),
    },
  }
}

/** How many rows of each table belong to a brand. */
const rowsOf = async (desk: TestDesk, workspaceId: string): Promise<Record<string, number>> => {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(desk.db.app)
  const counts: Record<string, number> = {}
  await inWorkspace(desk.db, workspaceId, async (trx) => {
    for (const { name } of tables) {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from ${sql.table(name)} where workspace_id = ${workspaceId}`.execute(trx)
      counts[name] = rows[0]?.n ?? 0
    }
  })
  return counts
}

const WORDS = [
  'Bonjour Camille, je suis désolée de cette attente. Je regarde où est votre bouquet. Écrivez-nous en message privé. Aïcha',
  'Bonjour Noé, je suis désolée de ce qui arrive. Je cherche votre livraison. Écrivez-nous en message privé. Aïcha',
]

/** An outreach by mail, to an address as any file of orders may hold one. */
const tellThose = async (desk: TestDesk, player: Actor, readerId: string): Promise<void> => {
  const { id } = allowed(await declareIncident(desk, player, { title: 'Camion en panne' }))
  const content = Buffer.from('commande;e-mail\nFDP-20417;camille@vraie-adresse.test\n').toString('base64')
  allowed(await importOrders(desk, player, { id, name: 'commandes.csv', content }))
  const words = { subject: 'Votre bouquet', template: 'Bonjour, un camion est en panne ce matin. Aïcha' }
  const list = { language: 'fr', withWriters: false, fact: null, perMinute: 10 } as const
  const { id: outreachId, sendable } = allowed(await prepareOutreach(desk, player, { id, ...words, ...list }))
  assert.equal(sendable, 1)
  allowed(await moveOutreach(desk, player, { id: outreachId, step: 'ask' }))
  const reader: Actor = { ...player, memberId: readerId, role: 'validator' }
  allowed(await readOutreachWords(desk, reader, { id: outreachId, verdict: 'approve' }))
  await tickOutreaches(desk)
}

describe('a drill is sealed', () => {
  test('with real networks connected, everything of a drill is played and not one call leaves the desk', async () => {
    await using db = await testDatabase()
    const real = spiedNetwork()
    const desk = testDesk(db.database, [...makeRegistry().values(), real.connector])
    const { workspaceId, members } = await makeWorkspace(db.database)
    const brand: Actor = { workspaceId, memberId: members.sarah, role: 'manager' }
    const player: Actor = { workspaceId, memberId: members.aicha, role: 'agent' }
    await makeMention(desk, workspaceId, await makeAccount(desk, workspaceId))
    await makeWatcher(desk).round()
    await makeTicker(desk).round()
    const before = await rowsOf(desk, workspaceId)
    const told: string[] = []
    const teller = makeTeller(desk, {
      deskUrl: 'https://vigie.test',
      mail: async ({ to }) => {
        told.push(to)
        return { kind: 'taken' }
      },
      push: null,
    })
    using ways = watchWaysOut(db.url)
    const asked = { scenario: { text: SHORT_STORY }, compression: 60, player, besides: [members.julien] }
    const here = await beginDrillFor(desk, brand, asked)
    const hands = makeHands(desk)
    await hands.pass(8, 2)
    const cases = await casesIn(desk, here.player)
    assert.ok(new Set(cases.map(({ person }) => person)).size >= 2, 'the customers have written')
    for (const [i, one] of cases.entries()) {
      assert.deepEqual(await assignCase(desk, here.player, { id: one.id, memberId: members.aicha }), { done: true })
      await askPrivateWay(desk, here.player, { id: one.id })
      const said = await answer(desk, here.player, one.id, WORDS[i % WORDS.length] ?? '')
      assert.ok(!isRefused(said), JSON.stringify(said))
      await askDepartment(desk, here.player, {
        id: one.id,
        department: 'Atelier',
        question: 'Où est le bouquet ?',
        dueAt: desk.now() + 3_600_000,
      })
    }
    const { id } = await inWorkspace(desk.db, here.workspaceId, (trx) =>
      trx.selectFrom('messages').select('id').where('direction', '=', 'in').limit(1).executeTakeFirstOrThrow(),
    )
    await checkMessage(desk, here.player, { id })
    await tellThose(desk, here.player, members.julien)
    await hands.pass(20, 4)
    await makeTicker(desk).round()
    await makeWatcher(desk).round()
    desk.model = { url: 'http://localhost:11434/v1', model: 'petit-modele', key: undefined }
    await inWorkspace(desk.db, here.workspaceId, (trx) =>
      sql`update message_readings set ask_at = ${new Date(desk.now())}`.execute(trx),
    )
    await makeSecondReader(desk).round()
    const figures = await readFigures(desk)
    assert.ok(!figures.channels.some(({ connector }) => connector === drill.id), 'nobody watches a simulated network')
    assert.ok(figures.cases.owed <= 1, 'the customers of the story wait for nobody of the desk')
    for (let more = true; more; ) more = await teller.round()
    await hands.pass(40, 8)
    await hands.stop()

    const sent = await inWorkspace(desk.db, here.workspaceId, (trx) =>
      trx.selectFrom('deliveries').select(['state', 'external_id']).execute(),
    )
    assert.ok(sent.length >= 3 && sent.every(({ state }) => state === 'sent'), JSON.stringify(sent))
    const drillRow = await inWorkspace(desk.db, here.workspaceId, (trx) =>
      trx.selectFrom('drills').selectAll().executeTakeFirstOrThrow(),
    )
    assert.equal(drillRow.state, 'over')
    assert.ok(drillRow.debrief !== null)
    assert.deepEqual(ways.tried, [])
    assert.deepEqual(real.touched, [], 'not even opened')
    assert.deepEqual(told, [], 'no mail')
    const notices = await inWorkspace(desk.db, here.workspaceId, (trx) =>
      trx.selectFrom('notifications').select('kind').execute(),
    )
    assert.ok(notices.length > 0, 'people are told, in the desk’s own pages')
    const after = await rowsOf(desk, workspaceId)
    // The brand's log says that a drill began and ended; nothing else of it is the brand's.
    assert.deepEqual({ ...after, events: 0 }, { ...before, events: 0 })
    assert.equal((after.events ?? 0) - (before.events ?? 0), 2)
  })

  test('no account of a brand comes into a drill, by the API, by the database, or by a row that was tampered with', async () => {
    await using db = await testDatabase()
    const real = spiedNetwork()
    const desk = testDesk(db.database, [drill, real.connector])
    const { workspaceId, members } = await makeWorkspace(db.database)
    const brand: Actor = { workspaceId, memberId: members.maud, role: 'admin' }
    const player: Actor = { workspaceId, memberId: members.aicha, role: 'agent' }
    const realAccount = await makeAccount(desk, workspaceId)
    const realCase = await makeMention(desk, workspaceId, realAccount)
    const here = await beginDrillFor(desk, brand, { scenario: { text: SHORT_STORY }, compression: 60, player })
    const hands = makeHands(desk)
    await hands.pass(10, 2)
    const [first] = await casesIn(desk, here.player)
    assert.ok(first)

    const refusals = [
      await connectChannel(desk, here.observer, { connector: 'fake', credentials: {} }),
      await connectChannel(desk, here.observer, { connector: 'drill', credentials: { handle: 'autre' } }),
      await reconnectChannel(desk, here.observer, { id: realAccount, credentials: {} }),
      await reconnectChannel(desk, here.observer, { id: first.account_id, credentials: { handle: 'fleursduport' } }),
    ].map((said) => isRefused(said) && said.refused)
    assert.deepEqual(refusals, Array(4).fill('drill-sealed'))
    const outside = await connectChannel(desk, brand, { connector: 'drill', credentials: { handle: 'autre' } })
    assert.equal(isRefused(outside) && outside.refused, 'unknown-connector')
    assert.ok(!(await listConnectors(desk)).connectors.some(({ id }) => id === drill.id), 'it is offered to nobody')

    const wrong = await answer(desk, here.player, first.id, WORDS[0] ?? '', { accountId: realAccount })
    assert.equal(isRefused(wrong) && wrong.refused, 'wrong-account')
    const foreign = await answer(desk, here.player, realCase.caseId, WORDS[0] ?? '')
    assert.equal(isRefused(foreign) && foreign.refused, 'not-found')

    const refusedBy = (work: Promise<unknown>) => assert.rejects(work, { code: '23000' })
    const inDrill = (text: ReturnType<typeof sql>) => inWorkspace(desk.db, here.workspaceId, (trx) => text.execute(trx))
    await refusedBy(makeAccount(desk, here.workspaceId, 'fake'))
    await refusedBy(makeAccount(desk, workspaceId, 'drill'))
    await refusedBy(inDrill(sql`update channel_accounts set connector = 'fake'`))
    await refusedBy(inDrill(sql`update workspaces set drill_of = null where id = ${here.workspaceId}`))
    await refusedBy(
      inWorkspace(desk.db, workspaceId, (trx) =>
        sql`update workspaces set drill_of = ${here.workspaceId} where id = ${workspaceId}`.execute(trx),
      ),
    )
    const notice = await inWorkspace(desk.db, here.workspaceId, (trx) =>
      trx.selectFrom('notifications').select('id').limit(1).executeTakeFirstOrThrow(),
    )
    await refusedBy(
      inDrill(sql`
      insert into tellings (workspace_id, notification_id, means, target_id, member_id, thing, state, due_at, made_at)
      values (${here.workspaceId}, ${notice.id}, 'email', ${members.aicha}, ${members.aicha}, 'x', 'waiting', now(), now())`),
    )

    await refusedBy(
      inDrill(sql`
      insert into bulletins (id, workspace_id, way_id, thing, body, state, due_at, made_at)
      values (gen_random_uuid(), ${here.workspaceId}, gen_random_uuid(), 'x', '{}', 'waiting', now(), now())`),
    )

    // Somebody with the database in hand takes the lock off and puts another network’s name on the row: the door still does not open.
    await answer(desk, here.player, first.id, WORDS[0] ?? '')
    await db.database.owner.query(`
      begin; alter table channel_accounts disable trigger channel_accounts_sealed;
      select set_config('app.maintenance', 'on', true);
      update channel_accounts set connector = 'fake' where drill;
      alter table channel_accounts enable trigger channel_accounts_sealed; commit`)
    await hands.pass(30, 10)
    await hands.stop()
    const [row] = await inWorkspace(desk.db, here.workspaceId, (trx) =>
      trx.selectFrom('channel_accounts').selectAll().execute(),
    )
    assert.ok(row)
    assert.equal(row.connector, 'fake')
    assert.throws(() => openChannel(desk, row), /has no place in a drill/)
    const states = await inWorkspace(desk.db, here.workspaceId, (trx) =>
      trx.selectFrom('deliveries').select('state').execute(),
    )
    assert.ok(states.length > 0 && states.every(({ state }) => state !== 'sent'), JSON.stringify(states))
    assert.deepEqual(real.touched, [])
  })
})
