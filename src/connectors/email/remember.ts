import { z } from 'zod'
import type { Memory } from '../connector.ts'
import { rootName, sha256 } from './ids.ts'

const knownSchema = z.object({ root: z.string(), digest: z.string().optional() })

const placeOf = (id: string): string => `mail/${sha256(id).slice(0, 32)}`

const find = async (memory: Memory, id: string) => knownSchema.safeParse(await memory.get(placeOf(id))).data

/**
 * Which thread a mail belongs to. Mail programs cut « References » short or leave them out: any mail that it names and that is known here
 * tells; otherwise the first one that it names, or the mail itself, begins a thread.
 */
export const rememberMail = async (
  memory: Memory,
  {
    id,
    digest,
    inReplyTo,
    references,
  }: { id: string; digest: string; inReplyTo?: string | undefined; references: readonly string[] },
): Promise<{ root: string; twin: boolean }> => {
  const known = await find(memory, id)
  const twin = known?.digest !== undefined && known.digest !== digest
  if (known !== undefined && !twin) {
    if (known.digest === undefined) await memory.put(placeOf(id), { ...known, digest })
    return { root: known.root, twin: false }
  }
  const named = [...new Set([...(inReplyTo === undefined ? [] : [inReplyTo]), ...references.toReversed()])]
  const root = (await findRoot(memory, named)) ?? rootName(references[0] ?? inReplyTo ?? id)
  if (!twin) await memory.put(placeOf(id), { root, digest })
  return { root, twin }
}

const LOOKS = 12

const findRoot = async (memory: Memory, ids: readonly string[]): Promise<string | null> => {
  for (const id of [...ids.slice(0, LOOKS), ...ids.slice(LOOKS).slice(-1)]) {
    const known = await find(memory, id)
    if (known !== undefined) return known.root
  }
  return null
}

/** Our own mail, before it leaves: whoever answers it comes back to this thread. */
export const rememberOwn = async (memory: Memory, id: string, root: string): Promise<void> => {
  if ((await find(memory, id)) === undefined) await memory.put(placeOf(id), { root })
}
