import { fileURLToPath } from 'node:url'
import type { NpmFolder } from '../npm-folder.ts'

/** transformers.js as an operator installs it, less the part that only browsers use. */
export const transformers: NpmFolder = {
  folder: fileURLToPath(new URL('packages', import.meta.url)),
  what: 'the packages of transformers.js',
  installer: 'test/transformers/install.ts',
  weight: 'a third of a gigabyte, some seconds',
}
