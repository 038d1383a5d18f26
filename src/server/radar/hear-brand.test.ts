import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { endMute } from '#server/actions/end-mute.ts'
import { muteStory } from '#server/actions/mute-story.ts'
import { watchBrand } from '#server/alerts/watch-brand.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { isRefused } from '#server/desk.ts'
import { readRadar, readStory } from '#server/queries/radar.ts'
import { type Listening, listening, people } from '#test/listening.ts'
import { hearBrand } from './hear-brand.ts'

const MINUTE = 60_000
const EVENT = [
  'Le camion frigorifique est tombé en panne, mes pivoines sont fanées',
  'Pivoines fanées à la livraison, panne du camion frigorifique paraît-il',
  'Camion frigorifique en panne et voilà mes pivoines fanées',
  'Encore des pivoines fanées, le camion frigorifique en panne',
]
const everybody = Object.values(people)
const aicha = (w: Listening) => ({ workspaceId: w.workspaceId, memberId: w.members.aicha, role: 'agent' }) as const

const saysAll = async (w: Listening, texts: readonly string[], name: string) => {
  for (const [i, text] of texts.entries())
    await w.hand([w.says(everybody[i % everybody.length] ?? people.camille, `${name}-${i}`, text)])
  await w.read()
  w.desk.pass(MINUTE)
}

test('an event is one line with its verbatims and cases; said not to be ours it leaves, on record, until it is heard again', async () => {
  await using w = await listening()
  await saysAll(w, ['Vous ouvrez dimanche ?', 'Jolie vitrine rue Crébillon', ...EVENT], 'm')
  assert.equal(await hearBrand(w.desk, w.workspaceId), false)
  await watchBrand(w.desk, w.workspaceId)
  const radar = await readRadar(w.desk, aicha(w))
  assert.equal(radar.stories.length, 1)
  const [story] = radar.stories
  assert.ok(story)
  assert.deepEqual([story.count, story.authors, story.times], [4, 4, null])
  assert.ok(story.label.includes('pivoines') || story.label.includes('camion'), story.label.join())
  assert.ok(radar.learningUntil !== null)
  assert.equal(radar.topics.length, 12)
  const said = await readStory(w.desk, aicha(w), { id: story.id })
  assert.ok(!isRefused(said))
  assert.deepEqual(said.verbatims.map(({ text }) => text).toSorted(), EVENT.toSorted())
  assert.ok(said.verbatims.every(({ caseId }) => caseId !== null))

  await muteStory(w.desk, aicha(w), { id: story.id, because: 'Un autre fleuriste' })
  assert.deepEqual((await readRadar(w.desk, aicha(w))).stories, [])
  await saysAll(
    w,
    EVENT.map((text) => `${text}, vraiment`),
    'n',
  )
  await hearBrand(w.desk, w.workspaceId)
  const muted = await readRadar(w.desk, aicha(w))
  assert.deepEqual(muted.stories, [])
  const [mute] = muted.mutes
  assert.deepEqual([mute?.by.id, mute?.because, mute?.keptOut], [w.members.aicha, 'Un autre fleuriste', 4])
  await endMute(w.desk, aicha(w), { id: mute?.id ?? '' })
  await saysAll(
    w,
    EVENT.map((text) => `${text}, décidément`),
    'o',
  )
  await hearBrand(w.desk, w.workspaceId)
  const again = await readRadar(w.desk, aicha(w))
  assert.equal(again.stories.length, 1)
  assert.equal(again.mutes[0]?.ended?.by.id, w.members.aicha)
  assert.deepEqual(
    (await w.events()).filter((name) => name.startsWith('radar.')),
    ['radar.muted', 'radar.unmuted'],
  )
})

test('what is heard once is not heard again, history that is fetched at once is no event, and the newest messages are a range of the key', async () => {
  await using w = await listening()
  const old = { sentAt: w.desk.now() - 30 * 24 * 60 * MINUTE }
  await w.hand(EVENT.map((text, i) => w.says(everybody[i] ?? people.camille, `old-${i}`, text, old)))
  await w.read()
  w.desk.pass(MINUTE)
  await hearBrand(w.desk, w.workspaceId)
  await hearBrand(w.desk, w.workspaceId)
  assert.deepEqual((await readRadar(w.desk, aicha(w))).stories, [])
  await saysAll(w, EVENT, 'm')
  for (let i = 0; i < 3; i++) {
    await hearBrand(w.desk, w.workspaceId)
    w.desk.pass(2 * MINUTE)
  }
  assert.deepEqual(
    (await readRadar(w.desk, aicha(w))).stories.map(({ count }) => count),
    [4],
  )
  const plan = await inWorkspace(w.desk.db, w.workspaceId, async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx)
    const [memory] = await w.rows('radar_memory')
    const { rows } = await sql<Record<'QUERY PLAN', string>>`explain select m.id from messages m
      where m.workspace_id = ${w.workspaceId}::uuid and m.id > ${memory?.heard_until}::uuid order by m.id limit 1000`.execute(
      trx,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  assert.match(plan, /Index (Only )?Scan/)
  assert.doesNotMatch(plan, /Sort/)
})
