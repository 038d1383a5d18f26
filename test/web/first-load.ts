import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'

const web = join(import.meta.dirname, '../../dist/web')
const chunk = z.object({
  file: z.string(),
  isEntry: z.boolean().optional(),
  imports: z.array(z.string()).optional(),
  css: z.array(z.string()).optional(),
})

/** What a browser fetches before the inbox can be read: the entry, the inbox and one language, with all they import. */
const first = ['index.html', 'inbox/inbox.tsx', 'words/fr.ts']

/** The weight of the first load, compressed as it travels, in bytes; and of what follows with the first conversation, the guard. */
export const weighFirstLoad = () => {
  const manifest = z.record(z.string(), chunk).parse(JSON.parse(readFileSync(join(web, '.vite/manifest.json'), 'utf8')))
  const files = new Set<string>()
  const take = (key: string): void => {
    const known = manifest[key]
    if (known === undefined) throw new Error(`the build has no ${key}`)
    if (files.has(known.file)) return
    files.add(known.file)
    for (const sheet of known.css ?? []) files.add(sheet)
    for (const other of known.imports ?? []) take(other)
  }
  const weigh = (kind: string) =>
    [...files].filter((f) => f.endsWith(kind)).reduce((sum, f) => sum + gzipSync(readFileSync(join(web, f))).length, 0)
  for (const key of first) take(key)
  const [scripts, styles] = [weigh('.js'), weigh('.css')]
  take('../core/guard/check-draft.ts')
  return { scripts, styles, guard: weigh('.js') - scripts }
}
