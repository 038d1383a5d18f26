import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createKeyFile, KeyError, readKeyFile } from './key-file.ts'
import { makeSeal } from './seal.ts'

const inFolder = async (use: (folder: string) => Promise<void>) => {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-key-'))
  await use(folder).finally(() => rm(folder, { recursive: true }))
}

test('a new desk makes its key once, readable by its owner alone', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'key')
    const [one, two] = await Promise.all([createKeyFile(path), createKeyFile(path)])
    assert.equal(one.fingerprint, two.fingerprint)
    assert.equal((await stat(path)).mode & 0o777, 0o400)
  }))

test('without its key, or with one that others can read, the desk refuses and says what to do', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'key')
    await assert.rejects(readKeyFile(path), (e) => e instanceof KeyError && /backup/.test(e.message))
    await createKeyFile(path)
    await chmod(path, 0o444)
    await assert.rejects(readKeyFile(path), /chmod 0400/)
    await chmod(path, 0o600)
    await writeFile(path, 'short')
    await assert.rejects(readKeyFile(path), /32 bytes/)
  }))

test('a sealed token opens in its own row only, and not with one bit changed', () =>
  inFolder(async (folder) => {
    const seal = makeSeal(await createKeyFile(join(folder, 'key')))
    const sealed = seal.seal('channel-secret', 'channel_accounts|secret|a', 'token of Fleurs du Port')
    assert.equal(seal.open('channel-secret', 'channel_accounts|secret|a', sealed), 'token of Fleurs du Port')
    assert.throws(() => seal.open('channel-secret', 'channel_accounts|secret|b', sealed))
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = Buffer.from(sealed)
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      assert.throws(() => seal.open('channel-secret', 'channel_accounts|secret|a', flipped), `bit ${bit}`)
    }
  }))
