import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allowed, waitingReply } from '#test/waiting-reply.ts'
import { showPresence } from './show-presence.ts'

test('whoever puts the pen down is not told that they hold it themselves; whoever comes second is told who does', async () => {
  await using w = await waitingReply()
  const show = async (person: 'aicha' | 'julien', doing: 'reading' | 'writing') =>
    allowed(await showPresence(w.desk, w.as(person), { id: w.mention.caseId, doing })).pen
  assert.deepEqual(await show('aicha', 'writing'), { holder: null, mine: true })
  const held = { holder: { id: w.members.aicha, name: 'Aïcha Morel' }, mine: false }
  assert.deepEqual(await show('julien', 'writing'), held)
  assert.deepEqual(await show('aicha', 'reading'), { holder: null, mine: false })
  assert.deepEqual(await show('julien', 'writing'), { holder: null, mine: true })
})
