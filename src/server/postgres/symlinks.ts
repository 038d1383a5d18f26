import { readFile, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'

const links = z.array(z.object({ source: z.string(), target: z.string() }))

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

/**
 * npm packs no symbolic links, and an install without scripts leaves the libraries of PostgreSQL without their short names.
 * Makes those that are missing; false when the package cannot be written to.
 */
export const makeSymlinks = async (native: string): Promise<boolean> => {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of links.parse(JSON.parse(text))) {
    const name = join(native, relative('native', target))
    const points = dirname(source) === dirname(target) ? basename(source) : relative(dirname(target), source)
    try {
      await symlink(points, name)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue
      if (['EROFS', 'EACCES', 'EPERM'].includes(codeOf(error) ?? '')) return false
      throw error
    }
  }
  return true
}
