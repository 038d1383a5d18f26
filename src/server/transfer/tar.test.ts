import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import fc from 'fast-check'
import { readTar, tarEnd, tarEntry } from './tar.ts'
import { TransferTrouble } from './trouble.ts'

const atMs = Date.parse('2026-03-02T10:00:00Z')
const names = fc.stringMatching(/^[a-z_]{1,30}\/[0-9]{6}\.copy$/)
const contents = fc.uint8Array({ maxLength: 3000 })
const files = fc.array(fc.tuple(names, contents), { maxLength: 6 })

const archiveOf = (entries: [string, Uint8Array][]): Buffer =>
  Buffer.concat([...entries.map(([name, content]) => tarEntry(name, Buffer.from(content), atMs)), tarEnd])

async function* inPieces(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

const readAll = async (source: AsyncIterable<Buffer>): Promise<[string, Buffer][]> => {
  const read: [string, Buffer][] = []
  for await (const { name, body } of readTar(source)) {
    const chunks: Buffer[] = []
    for await (const chunk of body) chunks.push(chunk)
    read.push([name, Buffer.concat(chunks)])
  }
  return read
}

test('what was put in an archive comes out, however its bytes arrive', () =>
  fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 2000 }), async (entries, size) => {
      const read = await readAll(inPieces(archiveOf(entries), size))
      assert.deepEqual(
        read,
        entries.map(([name, content]) => [name, Buffer.from(content)]),
      )
    }),
  ))

test('an archive that was cut or scribbled on is refused as damaged, or read as some archive, and nothing else', () =>
  fc.assert(
    fc.asyncProperty(
      files,
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      async (entries, cut, scribbles) => {
        const archive = archiveOf(entries)
        for (const [where, byte] of scribbles) archive[where % archive.length] = byte
        const left = archive.subarray(0, cut % (archive.length + 1))
        const read = await readAll(inPieces(left, 700)).catch((error: unknown) => error)
        assert.ok(Array.isArray(read) || (read instanceof TransferTrouble && read.code === 'damaged'), String(read))
      },
    ),
  ))

test('tar itself reads it', () => {
  const archive = archiveOf([
    ['messages/000001.copy', Buffer.from('Où est ma commande ?\n')],
    ['messages/000002.copy', Buffer.alloc(1024, 'a')],
  ])
  const listed = execFileSync('tar', ['-tf', '-'], { input: archive, encoding: 'utf8' })
  assert.equal(listed, 'messages/000001.copy\nmessages/000002.copy\n')
  const text = execFileSync('tar', ['-xOf', '-', 'messages/000001.copy'], { input: archive, encoding: 'utf8' })
  assert.equal(text, 'Où est ma commande ?\n')
})
