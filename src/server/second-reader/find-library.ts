import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import { ModelTrouble } from './model-place.ts'

export const LIBRARY = '@huggingface/transformers'
/** The version that was tried. */
export const LIBRARY_VERSION = '4.3.1'

/** What whoever runs the desk types to have it; the scripts of its packages are not needed. */
export const installLine = (folder: string): string =>
  `npm install --prefix ${folder} --save-exact --ignore-scripts ${LIBRARY}@${LIBRARY_VERSION}`

/** Where transformers.js begins, in this folder or in one above it, and the folder of packages that it may read. */
export const findLibrary = (folder: string): { entry: string; packages: string } => {
  try {
    const entry = createRequire(join(folder, sep)).resolve(LIBRARY)
    const packages = entry.slice(0, entry.lastIndexOf(`${sep}node_modules${sep}`) + `${sep}node_modules${sep}`.length)
    return { entry, packages }
  } catch {
    throw new ModelTrouble(`${LIBRARY} is not installed in ${folder}`, `Run: ${installLine(folder)}`)
  }
}
