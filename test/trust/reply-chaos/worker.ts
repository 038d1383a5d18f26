import { setTimeout as pause } from 'node:timers/promises'
import pino from 'pino'
import { registryOf } from '#connectors/registry.ts'
import { DELIVERY_RULES } from '#core/delivery/rules.ts'
import { makeSeal } from '#server/access/seal.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Pace } from '#server/deliveries/claim.ts'
import type { Desk } from '#server/desk.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { makeNewId } from '#server/new-id.ts'
import { chaosConnector } from './connector.ts'
import { MODELS } from './network.ts'

/** The product's own sender with its clocks compressed, in a process that will be killed. */
const [url, network] = process.argv.slice(2)
if (url === undefined || network === undefined) throw new Error('usage: worker.ts DATABASE_URL NETWORK_URL')

const pace: Pace = {
  rules: {
    ...DELIVERY_RULES,
    maxUnavailable: 60,
    maxAmbiguous: 40,
    backoffFirstMs: 100,
    backoffLongestMs: 1_000,
    callTimeoutMs: 1_200,
  },
  leaseMs: 2_500,
  atOnce: 32,
  atOncePerAccount: 12,
}
const desk: Desk = {
  db: openDatabase({ url }),
  now: Date.now,
  random: Math.random,
  newId: makeNewId(Date.now),
  registry: registryOf(MODELS.map((model) => chaosConnector(model, network))),
  seal: makeSeal({ bytes: Buffer.alloc(32, 1), fingerprint: 'chaos' }),
  allowHosts: [],
  model: null,
  log: pino({ level: 'error' }),
  wake: () => {},
}
// Ends with whoever started it, should that one be killed instead.
process.stdin.resume().on('end', () => process.exit())

const deliverer = makeDeliverer(desk, pace)
await deliverer.round()
process.stdout.write('at work\n')
for (;;) if (!(await deliverer.round())) await pause(20)
