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
  assets: z.array(z.string()).optional(),
})

/** What a browser fetches before the inbox can be read: the entry, the inbox and one language, with all they import. */
const first = ['index.html', 'inbox/inbox.tsx', 'words/fr.ts']
/** What follows while one reads: the conversation. */
const then = 'case/case-screen.tsx'

const weighed = (file: string): number => gzipSync(readFileSync(join(web, file))).length

/** The weight of the first load, compressed as it travels, in bytes; and of what comes after it: the conversation, and the guard with it. */
export const weighFirstLoad = () => {
  const manifest = z.record(z.string(), chunk).parse(JSON.parse(readFileSync(join(web, '.vite/manifest.json'), 'utf8')))
  const files = new Set<string>()
  const take = (key: string): void => {
    const known = manifest[key]
    if (known === undefined) throw new Error(`the build has no ${key}`)
    if (files.has(known.file)) return
    files.add(known.file)
    for (const sheet of known.css ?? []) files.add(sheet)
    for (const asset of known.assets ?? []) files.add(asset)
    for (const other of known.imports ?? []) take(other)
  }
  const isGuard = (file: string) => /\/worker-[^/]+\.js$/.test(file)
  const weigh = (kind: string) =>
    [...files].filter((f) => f.endsWith(kind) && !isGuard(f)).reduce((sum, f) => sum + weighed(f), 0)
  for (const key of first) take(key)
  const guardIsFirst = [...files].some(isGuard)
  const [scripts, styles] = [weigh('.js'), weigh('.css')]
  take(then)
  const guard = [...files].filter(isGuard)
  return {
    ...{ scripts, styles, guardIsFirst },
    conversation: weigh('.js') - scripts,
    guard: guard.reduce((sum, f) => sum + weighed(f), 0),
    /** On the page's own thread the guard is only fetched when its worker has failed. */
    guardInPage: [...files].includes(manifest['../core/guard/check-draft.ts']?.file ?? ''),
  }
}
