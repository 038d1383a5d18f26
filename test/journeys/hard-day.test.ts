import { test } from 'node:test'
import { goTo } from './gestures.ts'
import { sendIntoASickForum, settleTheDoubt } from './hard-day/doubt.ts'
import { closeManyAtOnce, findByWords } from './hard-day/keep-order.ts'
import { sendIntoAMovedThread } from './hard-day/moved-on.ts'
import { handOverAPuzzle, readItAgain } from './hard-day/quarantine.ts'
import { tell } from './journey.ts'
import { enterAsSarah } from './morning.ts'
import { openForum } from './source.ts'

test('a hard day: a forum that fails, speaks riddles and moves on, and nothing is lost or said twice', async (t) => {
  await using forum = await openForum()
  await tell(t, { allow: [forum.host] }, async (scene) => {
    const sarah = await enterAsSarah(scene)
    await forum.connectThrough(sarah)
    await goTo(sarah.page, 'i', /inbox/)
    await handOverAPuzzle(scene, forum)
    await sendIntoAMovedThread(scene, sarah, forum)
    await sendIntoASickForum(scene, sarah, forum)
    await findByWords(scene, sarah, forum)
    await closeManyAtOnce(scene, sarah, forum)
    await readItAgain(scene, sarah)
    await settleTheDoubt(scene, sarah, forum)
  })
})
