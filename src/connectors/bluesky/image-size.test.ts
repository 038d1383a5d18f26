import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findImageSize } from './image-size.ts'

const bytes = (...parts: (number[] | string)[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)))

test('reads the size of the images that a post may carry', () => {
  const png = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [0, 0, 4, 0, 0, 0, 3, 0])
  const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 2, 0x58, 3, 0x20])
  const webp = (kind: string, ...rest: number[]) => bytes('RIFF', [0, 0, 0, 0], 'WEBP', kind, rest)
  const lossy = webp('VP8 ', 0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0x40, 1, 0xf0, 0)
  const lossless = webp('VP8L', 0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x3b, 0)
  const extended = webp('VP8X', 10, 0, 0, 0, 0, 0, 0, 0, 0x3f, 1, 0, 0xef, 0, 0)
  assert.deepEqual(findImageSize(png), { width: 1024, height: 768 })
  assert.deepEqual(findImageSize(jpeg), { width: 800, height: 600 })
  assert.deepEqual(findImageSize(lossy), { width: 320, height: 240 })
  assert.deepEqual(findImageSize(lossless), { width: 320, height: 240 })
  assert.deepEqual(findImageSize(extended), { width: 320, height: 240 })
})

test('says nothing of what it cannot read, whatever the bytes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('', '\xff\xd8\xff', '\x89PNG', 'RIFF0000WEBPVP8 '),
      (tail, head) => {
        const size = findImageSize(bytes(head, [...tail]))
        assert.ok(size === null || (size.width > 0 && size.height > 0))
      },
    ),
  )
})
