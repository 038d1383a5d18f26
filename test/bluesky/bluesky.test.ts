import { after } from 'node:test'
import { bluesky } from '#connectors/bluesky/index.ts'
import { connectorSuite } from '#connectors/connector-suite.ts'
import { type BlueskyNetwork, startBluesky } from './network.ts'
import { buildRig } from './rig.ts'
import { blueskyServersReady } from './servers.ts'

let network: Promise<BlueskyNetwork> | undefined

after(async () => (await network)?.close())

connectorSuite('Bluesky', bluesky, async () => {
  const ready = await blueskyServersReady()
  if (ready !== true) return { missing: ready }
  network ??= startBluesky()
  return buildRig(await network)
})
