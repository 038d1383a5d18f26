import { format, type Header, headerName, headerSchema } from './contents.ts'
import type { TarEntry } from './tar.ts'
import { TransferTrouble } from './trouble.ts'

const jsonLimit = 4 * 1024 * 1024

export const readJson = async (entry: TarEntry | undefined, wanted: string): Promise<unknown> => {
  if (entry?.name !== wanted || entry.size > jsonLimit) {
    throw new TransferTrouble('not-an-export', 'This file is no export of Vigie.')
  }
  const chunks: Buffer[] = []
  for await (const chunk of entry.body) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

export const nextEntry = async (entries: AsyncGenerator<TarEntry>): Promise<TarEntry | undefined> => {
  const next = await entries.next()
  return next.done ? undefined : next.value
}

export const readHeader = async (entries: AsyncGenerator<TarEntry>): Promise<Header> => {
  const read = headerSchema.safeParse(await readJson(await nextEntry(entries), headerName))
  if (read.success && read.data.format === format) return read.data
  throw new TransferTrouble(
    'newer-export',
    'This export was written in another format than this version of Vigie reads. Use a newer one.',
  )
}
