import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the real Bluesky servers are installed, apart from the packages of the product: they weigh half a gigabyte. */
export const serversFolder = fileURLToPath(new URL('servers/', import.meta.url))

const readyFile = join(serversFolder, 'node_modules', '.ready')

/** What an installation is good for: these packages, on a machine of this kind. */
export const installationMark = async (): Promise<string> => {
  const lock = await readFile(join(serversFolder, 'package-lock.json'))
  const sha256 = createHash('sha256').update(lock).digest('hex')
  return `${sha256} ${process.platform}-${process.arch}\n`
}

/** True, or what is missing and the command that brings it: what `requires` takes. */
export const blueskyServersReady = async (): Promise<true | string> => {
  if (existsSync(readyFile) && (await readFile(readyFile, 'utf8')) === (await installationMark())) return true
  return 'the Bluesky servers are not installed; run: node test/bluesky/install.ts'
}

export { readyFile }
