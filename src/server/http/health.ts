import type { FastifyInstance } from 'fastify'
import type { Desk } from '#server/desk.ts'
import type { Loop } from '#server/jobs/loop.ts'
import { type Check, checkReadiness } from '#server/queries/readiness.ts'

/** A loop that has finished no round for so long is stuck, or has lost what it needs. */
export const STUCK_MS = 5 * 60_000
const KEPT_MS = 2000

/** /healthz: this process lives. /readyz: it can also do its work; who asks is told which part cannot, and no more. */
export const serveHealth = (app: FastifyInstance, desk: Desk, loops: readonly Loop[]): void => {
  const startedAt = desk.now()
  let last: { at: number; checks: Check[] } | null = null

  const check = async (): Promise<Check[]> => {
    const now = desk.now()
    if (last !== null && now - last.at < KEPT_MS) return last.checks
    const checks = await checkReadiness(desk).catch((error: unknown) => {
      desk.log.warn({ err: error }, 'not ready')
      return [{ name: 'database', ok: false }]
    })
    last = { at: now, checks }
    return checks
  }

  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const now = desk.now()
    const rounds = loops.map((loop) => ({
      name: `loop ${loop.name}`,
      ok: now - (loop.lastRoundAt() ?? startedAt) < STUCK_MS,
    }))
    const checks = [...(await check()), ...rounds]
    const ready = checks.every(({ ok }) => ok)
    return reply.code(ready ? 200 : 503).send({ ready, checks })
  })
}
