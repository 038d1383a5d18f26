import { installAlone } from '../npm-folder.ts'
import { blueskyServers } from './servers.ts'

// node test/bluesky/install.ts: what `bin/test` does before the tests. The servers need npm and nothing of the system: neither a compiler,
// nor Redis, nor a PostgreSQL of its own (docs/networks/bluesky.md says why).
await installAlone(blueskyServers)
