import { fileURLToPath } from 'node:url'
import { isInstalled, type NpmFolder } from '../npm-folder.ts'

/** Where the real Bluesky servers are installed, apart from the packages of the product. */
export const serversFolder = fileURLToPath(new URL('servers/', import.meta.url))

export const blueskyServers: NpmFolder = {
  folder: serversFolder,
  what: 'the Bluesky servers',
  installer: 'test/bluesky/install.ts',
  weight: 'half a gigabyte, a minute or two',
}

/** True, or what is missing and the command that brings it: what `requires` takes. */
export const blueskyServersReady = (): Promise<true | string> => isInstalled(blueskyServers)
