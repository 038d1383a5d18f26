import { after } from 'node:test'
import { bluesky } from '#connectors/bluesky/index.ts'
import { connectorSuite } from '#connectors/connector-suite.ts'
import { type BlueskyNetwork, startBluesky } from './network.ts'
import { buildRig } from './rig.ts'
import { blueskyServersReady } from './servers.ts'
import { answering } from './stories/answering.ts'
import { hearing } from './stories/hearing.ts'
import { standing } from './stories/standing.ts'
import { storm } from './stories/storm.ts'
import { storiesOn } from './stories/town.ts'

// One file, because the servers take seconds to start and half a gigabyte to run: every test here shares them.

let network: Promise<BlueskyNetwork> | undefined

const open = async (): Promise<BlueskyNetwork | { missing: string }> => {
  const ready = await blueskyServersReady()
  if (ready !== true) return { missing: ready }
  network ??= startBluesky()
  return network
}

after(async () => (await network)?.close())

connectorSuite('Bluesky', bluesky, async () => {
  const opened = await open()
  return 'missing' in opened ? opened : buildRig(opened)
})

for (const part of [hearing, answering, standing, storm]) part(storiesOn(open))
