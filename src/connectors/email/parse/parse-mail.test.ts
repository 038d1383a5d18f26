import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { hostileMails } from '#test/email/hostile-mails.ts'
import { mailOf, RECEIVED_AT, readMail } from '../mail-for-test.ts'
import { receiptSchema } from '../shapes.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 300)
/** What nothing can be made of: it goes to quarantine, with its bytes. */
const UNREADABLE = new Set(['two thousand boxes in one another', 'one line that is no header', 'noise'])

const sourceOf = (name: string): Buffer => {
  const found = hostileMails[name]
  assert.ok(found, name)
  return found.source
}

const message = async (name: string) => {
  const activity = await readMail(sourceOf(name))
  assert.ok(activity.kind === 'message', activity.kind)
  return activity
}

describe('a mail, whatever it is', () => {
  for (const [name, { source, says, subject }] of Object.entries(hostileMails)) {
    it(`is read, or set aside: ${name}`, async () => {
      if (UNREADABLE.has(name)) return assert.rejects(mailOf(source), Error)
      receiptSchema.parse(await mailOf(source))
      const read = await readMail(source)
      assert.ok(read.kind === 'message')
      if (says !== undefined) assert.ok(read.text.includes(says), `${read.text.slice(0, 200)} does not say ${says}`)
      if (subject !== undefined) assert.equal(read.subject, subject)
    })
  }

  it('is dated by its sender’s clock when that agrees with the server’s, and by the server’s otherwise', async () => {
    const dated = (date: string) => readMail(`From: camille@clients.test\nDate: ${date}\n\nBonjour`)
    const at = async (date: string) => {
      const read = await dated(date)
      return read.kind === 'message' ? read.sentAt : null
    }
    assert.equal(await at('Mon, 2 Mar 2026 09:00:00 +0100'), Date.parse('2026-03-02T08:00:00Z'))
    assert.equal(await at('Mon, 2 Mar 2026 09:00:00 +0100 (CET)'), Date.parse('2026-03-02T08:00:00Z'))
    assert.equal(await at('Mon, 2 Mar 2026 09:30:00 +0100'), RECEIVED_AT, 'nobody writes after the mail has come')
    for (const broken of ['Fri, 1 Jan 2999 00:00:00 +0000', 'Thu, 1 Jan 1970 00:00:00 +0000', 'hier', ''])
      assert.equal(await at(broken), RECEIVED_AT, broken)
  })

  it('without an id has one from its bytes, and no other mail has the same', async () => {
    const [one, same, other] = await Promise.all(
      ['Bonjour', 'Bonjour', 'Bonsoir'].map((words) => mailOf(`From: camille@clients.test\n\n${words}`)),
    )
    assert.equal(one?.id, same?.id)
    assert.notEqual(one?.id, other?.id)
  })

  it('has a name of its own when another mail goes by its id', async () => {
    const mail = 'From: camille@clients.test\nMessage-ID: <a@clients.test>\n\nBonjour'
    const first = await readMail(mail)
    const twin = await readMail(mail.replace('Bonjour', 'Autre chose'), { twin: true })
    assert.ok(first.kind === 'message' && twin.kind === 'message')
    assert.equal(first.messageId, '<a@clients.test>')
    assert.match(twin.messageId, /^<a@clients\.test>#[0-9a-f]{32}$/)
  })

  it('shows an address in place of a name that pretends to be another one', async () => {
    const { author } = await message('a name that pretends to be another address')
    assert.equal(author.displayName, 'voleur@clients.test')
  })

  it('keeps its files by names that lead nowhere', async () => {
    const { attachments } = await message('a file with a path and hidden letters in its name')
    assert.deepEqual(
      attachments.map(({ name, kind }) => [name, kind]),
      [['facture .pdf', 'file']],
    )
  })

  it('keeps files up to ten megabytes each and twenty in all, and names the others', async () => {
    const file = (name: string, bytes: number): string =>
      `--x\nContent-Type: image/png; name="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.alloc(bytes, 7).toString('base64')}\n`
    const names = ['a', 'b', 'c', 'd'].map((name, at) => file(`${name}.png`, at === 1 ? 11_000_000 : 8_000_000))
    const mail = `From: camille@clients.test\nContent-Type: multipart/mixed; boundary=x\n\n${names.join('')}--x--\n`
    const { attachments } = await mailOf(mail)
    assert.deepEqual(
      attachments.map(({ name, size, content }) => [name, size, content !== undefined]),
      [
        ['a.png', 8_000_000, true],
        ['b.png', 11_000_000, false],
        ['c.png', 8_000_000, true],
        ['d.png', 8_000_000, false],
      ],
    )
  })

  it('is read soundly or not at all, however it is spoilt', async () => {
    const small = Object.values(hostileMails)
      .map(({ source }) => source)
      .filter((source) => source.length < 20_000)
    const spoilt = fc
      .tuple(fc.constantFrom(...small), fc.constantFrom(...small), fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 40 }))
      .map(([one, other, cut, from, noise]) =>
        Buffer.concat([one.subarray(0, cut % one.length), noise, other.subarray(from % other.length)]),
      )
    await fc.assert(
      fc.asyncProperty(spoilt, async (source) => {
        const mail = await mailOf(source).catch((error: unknown) => {
          assert.ok(error instanceof Error)
          return null
        })
        if (mail === null) return
        receiptSchema.parse(JSON.parse(JSON.stringify(mail)))
        await readMail(source)
        assert.equal((await mailOf(source)).digest, mail.digest)
      }),
      { numRuns: RUNS },
    )
  })
})
