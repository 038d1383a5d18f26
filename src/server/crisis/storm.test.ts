import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import { tendIncidents } from '#server/actions/tend-incidents.ts'
import { readIncident } from '#server/queries/incident.ts'
import { listening, people } from '#test/listening.ts'
import { allowed } from '#test/waiting-reply.ts'

const STORM = 2_000
const RECEIPT = 100

const author = (n: number) => ({ externalId: `id-${n}`, handle: `client${n}`, displayName: `Client ${n}` })

test('two thousand mentions in ten seconds are all linked and counted as they come, with the later words of their conversations', async () => {
  await using w = await listening()
  const sarah = { workspaceId: w.workspaceId, memberId: w.members.sarah, role: 'manager' } as const
  const matching = { ...NOTHING_MATCHES, words: ['bouquet'], without: ['mariage'] }
  await w.hand([
    w.says(people.noe, 'before', 'Où est mon bouquet ?'),
    w.says(people.ines, 'wedding', 'Le bouquet de mon mariage, merci'),
  ])
  await w.read()
  const { id } = allowed(await declareIncident(w.desk, sarah, { title: 'Bouquets', matching }))
  for (let from = 0; from < STORM; from += RECEIPT) {
    const batch = Array.from({ length: RECEIPT }, (_, n) =>
      w.says(author(from + n), `m-${from + n}`, `Toujours pas de bouquet, commande ${from + n}`),
    )
    await w.hand(batch)
    w.desk.pass((10_000 * RECEIPT) / STORM)
  }
  await w.hand([w.says(author(7), 'm-again', 'Alors ?'), w.says(people.camille, 'other', 'Ouvrez-vous dimanche ?')])
  await w.read()
  await tendIncidents(w.desk)
  const { figures } = allowed(await readIncident(w.desk, sarah, { id }))
  assert.deepEqual([figures.mentions, figures.cases], [STORM + 2, STORM + 1])
  assert.equal((await w.rows('messages')).length, STORM + 4)
})
