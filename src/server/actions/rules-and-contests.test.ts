import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { mayStillLeave } from '#server/deliveries/read-before-leaving.ts'
import { readCase } from '#server/queries/case.ts'
import { readContests } from '#server/queries/contests.ts'
import { readRules } from '#server/queries/rules.ts'
import { allowed, refusal, waitingReply } from '#test/waiting-reply.ts'
import { approveReply } from './approve-reply.ts'
import { contestFinding } from './contest-finding.ts'
import { decideContest } from './decide-contest.ts'
import { sendReply } from './send-reply.ts'
import { switchRuleOff, switchRuleOn } from './switch-rule.ts'
import { undoDelivery } from './undo-delivery.ts'

const SHOW = 'Bonjour Noé, notre atelier {Jardins} ouvre à 9 h. Écrivez-nous en message privé, je regarde. Tom'
const STREET = 'Bonjour Noé, quel est votre numéro de téléphone ? Écrivez-nous en message privé. Tom'

test('a manager switches a rule off under their name, it is obeyed on both sides, and on again; some are nobody’s to switch (H1)', async () => {
  await using w = await waitingReply()
  const off = { rule: 'A4', reason: 'Nos ateliers s’écrivent entre accolades' } as const
  assert.equal(refusal(await switchRuleOff(w.desk, w.as('sarah'), off)).refused, 'no-charter-in-force')
  await w.charter({})
  for (const rule of ['G1', 'G2', 'G4', 'G5', 'D2x', 'label', 'length', 'empty'] as const)
    assert.equal(refusal(await switchRuleOff(w.desk, w.as('sarah'), { ...off, rule })).refused, 'rule-kept')
  const send = async () => sendReply(w.desk, w.as('aicha'), await w.reply(SHOW, { despiteNews: true }))
  assert.equal(refusal(await send()).refused, 'guard-findings')

  allowed(await switchRuleOff(w.desk, w.as('sarah'), off))
  assert.equal(refusal(await switchRuleOff(w.desk, w.as('maud'), off)).refused, 'rule-off-already')
  const line = async () => (await readRules(w.desk, w.as('aicha'))).rules.find(({ rule }) => rule === 'A4')
  assert.deepEqual((await line())?.off, {
    by: { id: w.members.sarah, name: 'Sarah Duval' },
    at: w.desk.now(),
    reason: off.reason,
  })
  const shown = async () =>
    allowed(await readCase(w.desk, w.as('aicha'), { id: w.mention.caseId })).guard.charter?.rulesOff
  assert.deepEqual(await shown(), ['A4'])
  const held = allowed(await send())
  assert.equal(held.state, 'held')
  const mayLeave = () =>
    w.inside(async (trx) => {
      const account = await trx.selectFrom('channel_accounts').selectAll().executeTakeFirstOrThrow()
      const row = await trx.selectFrom('deliveries').selectAll().where('id', '=', held.id).executeTakeFirstOrThrow()
      return mayStillLeave(w.desk, trx, row, account)
    })
  assert.equal(await mayLeave(), true)

  allowed(await switchRuleOn(w.desk, w.as('maud'), { rule: 'A4' }))
  // What has not left yet is read by the rule again.
  assert.equal(await mayLeave(), false)
  allowed(await undoDelivery(w.desk, w.as('aicha'), { id: held.id }))
  assert.equal(refusal(await switchRuleOn(w.desk, w.as('maud'), { rule: 'A4' })).refused, 'rule-on-already')
  assert.deepEqual([(await line())?.off, await shown()], [null, []])
  assert.equal(refusal(await send()).refused, 'guard-findings')
  const deeds = await w.inside((trx) =>
    trx
      .selectFrom('events')
      .select(['name', 'member_id', 'data'])
      .where('name', 'like', 'rule.%')
      .orderBy('id')
      .execute(),
  )
  assert.deepEqual(
    deeds.map(({ name, member_id, data }) => [name, member_id, data.rule, data.reason]),
    [
      ['rule.switched-off', w.members.sarah, 'A4', off.reason],
      ['rule.switched-on', w.members.maud, 'A4', undefined],
    ],
  )
  await assert.rejects(w.inside((trx) => sql`update rule_switches set reason = 'autre'`.execute(trx)))
})

test('what the guard held in and its writer contests waits for a second person, who reads why; what nobody may let go stays (V1, G1)', async () => {
  await using w = await waitingReply()
  const reply = await w.reply(SHOW)
  const held = refusal(await sendReply(w.desk, w.as('aicha'), reply))
  const [finding] = (held.data?.findings ?? []) as { rule: 'A4'; code: string; start: number }[]
  assert.ok(finding !== undefined)
  const said = { id: w.mention.caseId, audience: 'public', text: SHOW, reason: 'C’est le nom de l’atelier' } as const
  const contest = { ...said, rule: finding.rule, code: finding.code, start: finding.start }
  assert.equal(refusal(await contestFinding(w.desk, w.as('aicha'), { ...contest, start: 3 })).refused, 'finding-gone')
  const { id, goesToReader } = allowed(await contestFinding(w.desk, w.as('aicha'), contest))
  assert.equal(goesToReader, true)
  assert.equal(refusal(await contestFinding(w.desk, w.as('tom'), contest)).refused, 'already-contested')
  assert.deepEqual(await w.notices('sarah'), ['finding.contested'])

  const waits = refusal(await sendReply(w.desk, w.as('aicha'), reply))
  assert.deepEqual(
    [waits.refused, waits.data?.reasons],
    ['waits-for-approval', [{ kind: 'contested', rule: 'A4', words: '{Jardins}', reason: said.reason }]],
  )
  assert.equal(await w.delivery(reply.deliveryId), undefined)

  // A rejected contest excuses nothing: the words that wait are kept in again.
  assert.equal(refusal(await decideContest(w.desk, w.as('aicha'), { id, outcome: 'upheld' })).refused, 'own-contest')
  const again = await w.approval(reply.deliveryId)
  allowed(await decideContest(w.desk, w.as('sarah'), { id, outcome: 'rejected', note: 'Pas ici' }))
  assert.ok((await w.notices('aicha')).includes('contest.rejected'))
  assert.equal(refusal(await approveReply(w.desk, w.as('julien'), again)).refused, 'guard-findings')
  await assert.rejects(w.inside((trx) => sql`update contests set outcome = 'upheld'`.execute(trx)))
})

test('an approver lets contested words go, and a manager says that the guard was wrong', async () => {
  await using w = await waitingReply()
  const reply = await w.reply(SHOW)
  const said = { id: w.mention.caseId, audience: 'public', text: SHOW, reason: 'C’est le nom de l’atelier' } as const
  const start = SHOW.indexOf('{')
  const { id } = allowed(
    await contestFinding(w.desk, w.as('aicha'), { ...said, rule: 'A4', code: 'template-left', start }),
  )
  refusal(await sendReply(w.desk, w.as('aicha'), reply))
  allowed(await approveReply(w.desk, w.as('julien'), await w.approval(reply.deliveryId)))
  assert.equal((await w.delivery(reply.deliveryId))?.state, 'held')

  const asks = { ...said, text: STREET, rule: 'G1', code: 'asks-personal-data', start: STREET.indexOf('quel') } as const
  const kept = allowed(await contestFinding(w.desk, w.as('tom'), asks))
  assert.equal(kept.goesToReader, false)
  const street = await w.reply(STREET, { despiteNews: true })
  assert.equal(refusal(await sendReply(w.desk, w.as('aicha'), street)).refused, 'guard-findings')

  allowed(await decideContest(w.desk, w.as('sarah'), { id, outcome: 'upheld', note: 'Oui, c’est un nom' }))
  assert.equal(
    refusal(await decideContest(w.desk, w.as('maud'), { id, outcome: 'rejected' })).refused,
    'already-decided',
  )
  assert.ok((await w.notices('aicha')).includes('contest.upheld'))
  const { contests } = await readContests(w.desk, w.as('sarah'))
  assert.deepEqual(
    contests.map((one) => [one.rule, one.severity, one.words.slice(0, 9), one.by.name, one.outcome, one.note]),
    [
      ['G1', 'block', 'quel est ', 'Tom Rivière', null, null],
      ['A4', 'block', '{Jardins}', 'Aïcha Morel', 'upheld', 'Oui, c’est un nom'],
    ],
  )
  const rules = (await readRules(w.desk, w.as('tom'))).rules.filter(({ contested }) => contested > 0)
  assert.deepEqual(
    rules.map(({ rule, contested, upheld }) => [rule, contested, upheld]),
    [
      ['G1', 1, 0],
      ['A4', 1, 1],
    ],
  )
})
