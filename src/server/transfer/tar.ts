import { TransferTrouble } from './trouble.ts'

const block = 512

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`

const checksum = (header: Buffer): number =>
  header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0)

/** One file of a tar archive (ustar), so that `tar` reads an export where Vigie is not at hand. */
export const tarEntry = (name: string, content: Buffer, atMs: number): Buffer => {
  const header = Buffer.alloc(block)
  header.write(name, 0, 100)
  header.write(octal(0o600, 8) + octal(0, 8) + octal(0, 8), 100)
  header.write(octal(content.length, 12) + octal(Math.floor(atMs / 1000), 12), 124)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(octal(checksum(header), 7), 148)
  return Buffer.concat([header, content, Buffer.alloc(-content.length & (block - 1))])
}

export const tarEnd: Buffer = Buffer.alloc(2 * block)

export type TarEntry = { name: string; size: number; body: AsyncIterable<Buffer> }

const damaged = (): TransferTrouble =>
  new TransferTrouble(
    'damaged',
    'The file ends too soon or was changed: it is not a whole export. Take another copy of it.',
  )

/** Pieces of a stream as one asks for them, never more at once than one asked for or the stream gave. */
const piecesOf = (source: AsyncIterable<Buffer>) => {
  const iterator = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  const some = async (most: number): Promise<Buffer> => {
    while (rest.length === 0) {
      const next = await iterator.next()
      if (next.done) throw damaged()
      rest = next.value
    }
    const piece = rest.subarray(0, most)
    rest = rest.subarray(piece.length)
    return piece
  }
  const exactly = async (size: number): Promise<Buffer> => {
    const pieces: Buffer[] = []
    for (let missing = size; missing > 0; missing -= pieces.at(-1)?.length ?? 0) pieces.push(await some(missing))
    return Buffer.concat(pieces)
  }
  return { some, exactly }
}

const readNumber = (header: Buffer, from: number, to: number): number =>
  Number.parseInt(header.toString('latin1', from, to).replace(/[\0 ].*$/s, ''), 8)

/** The files of an archive in order. The body of each must be read to its end before the next is asked for. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const pieces = piecesOf(source)
  for (;;) {
    const header = await pieces.exactly(block)
    if (header.every((byte) => byte === 0)) return
    const size = readNumber(header, 124, 136)
    if (readNumber(header, 148, 156) !== checksum(header) || !Number.isSafeInteger(size)) throw damaged()
    const body = (async function* () {
      for (let missing = size; missing > 0; ) {
        const piece = await pieces.some(missing)
        missing -= piece.length
        yield piece
      }
    })()
    yield { name: header.toString('utf8', 0, 100).replace(/\0.*$/s, ''), size, body }
    await pieces.exactly(-size & (block - 1))
  }
}
