import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { webhook } from '#connectors/webhook/index.ts'
import { settleDelivery } from '#server/actions/settle-delivery.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { exportDesk } from '#server/transfer/export.ts'
import { importDesk } from '#server/transfer/import.ts'
import { testDatabase } from '../../database.ts'
import { testDesk } from '../../desk.ts'
import { openAttempt } from './attempt.ts'
import { insertByHand } from './database.ts'
import { WORDS } from './words.ts'
import type { World } from './world.ts'

/** As if the guard had read the words and found nothing. */
const forgedRead = (now: number) => ({ findings: [], reasons: [], readAs: 'agent', checkedAt: now })

/**
 * An archive in which every kind of words waits to leave, with a record of the guard that somebody has forged, is imported elsewhere: nothing
 * leaves by itself, and when an administrator lets all of it go, only what may. Returns how much should not have left, and how much did.
 */
export const tryArchive = async (world: World): Promise<{ leaked: number; published: number }> => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-bypass-'))
  const restored = await testDatabase()
  const needs = new Map<string, string>()
  try {
    for (const words of WORDS.filter(({ about }) => about !== 'begun-elsewhere')) {
      const attempt = await openAttempt(world, 'aicha', words, 'plain')
      const id = attempt.id()
      await insertByHand(attempt, { id, guard: forgedRead(world.desk.now()) })
      needs.set(id, words.need)
    }
    const path = join(folder, 'desk.tar.gz')
    const now = new Date(world.desk.now())
    await exportDesk(world.desk.db.owner, path, { now, version: '0.1.0', keyFingerprint: 'test' })
    await importDesk(restored.database.owner, path, { now, keyFingerprint: null })
    const desk = testDesk(restored.database, [...world.outside.connectors, webhook], world.desk.now())
    const worker = makeDeliverer(desk)
    const leave = async (): Promise<string[]> => {
      const before = world.outside.posts.length
      desk.pass(10_000)
      for (let more = true; more; ) {
        more = await worker.round()
        await worker.settle()
      }
      return world.outside.posts.slice(before).map(({ id }) => id)
    }
    const byThemselves = await leave()
    for (const id of needs.keys()) await settleDelivery(desk, world.brand.as('maud'), { id, decision: 'send-again' })
    const letGo = await leave()
    if (letGo.length === 0) throw new Error('the archive was let go and nothing left: nothing was tried')
    const wrong = letGo.filter((id) => needs.get(id) !== 'nobody')
    return { leaked: byThemselves.length + wrong.length, published: letGo.length }
  } finally {
    await restored.close()
    await rm(folder, { recursive: true })
  }
}
