import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import type { Outgoing } from '../connector.ts'
import { toolsWith } from '../suite/tools.ts'
import type { Account } from './account.ts'
import { compose, subjectOf, threadOf } from './compose.ts'
import { email } from './index.ts'
import { BRAND } from './mail-for-test.ts'

const server = { host: 'x', port: 1, security: 'none' as const, user: 'x', password: 'x' }
const account: Account = {
  ...{ imap: server, smtp: server, selfSigned: false, displayName: 'Fleurs du Port', folder: 'INBOX' },
  address: BRAND,
  tools: toolsWith({}),
}
const KEY = '0198c0de-1111-7222-8333-444455556666'

const outgoing = (over: Partial<Outgoing> = {}): Outgoing => ({
  key: KEY,
  audience: 'private',
  text: 'Bonjour Camille,\nnous regardons.',
  to: { externalId: 'camille@clients.test', handle: 'camille@clients.test', displayName: 'Camille' },
  conversationKey: '<a@clients.test> camille@clients.test',
  inReplyTo: {
    messageId: '<b@clients.test>',
    meta: { id: '<b@clients.test>', references: ['<a@clients.test>'] },
    text: '',
    sentAt: 0,
  },
  thread: ['<a@clients.test>', '<b@clients.test>'],
  attachments: [],
  since: Date.parse('2026-03-02T09:00:00Z'),
  ...over,
})

const composed = async (over: Partial<Outgoing> = {}) => PostalMime.parse(await compose(account, outgoing(over)))
const answering = (meta: Record<string, unknown>, messageId = '<b@clients.test>', subject?: string) => ({
  inReplyTo: { messageId, meta, text: '', sentAt: 0, ...(subject === undefined ? {} : { subject }) },
})

describe('the mail of a delivery', () => {
  it('says from whom, to whom, about what, in which thread, and what, and nothing else', async () => {
    const mail = await composed({ subject: 'Bouquet fané' })
    assert.deepEqual(mail.from, { name: 'Fleurs du Port', address: BRAND })
    assert.deepEqual(mail.to, [{ name: '', address: 'camille@clients.test' }])
    assert.equal(mail.subject, 'Re: Bouquet fané')
    assert.equal(mail.messageId, `<vigie.${KEY}@fleursduport.test>`)
    assert.equal(mail.inReplyTo, '<b@clients.test>')
    assert.equal(mail.references, '<a@clients.test> <b@clients.test>')
    assert.equal(mail.text?.trim(), 'Bonjour Camille,\nnous regardons.')
    assert.equal(mail.html, undefined)
    assert.equal(mail.date, '2026-03-02T09:00:00.000Z')
  })

  it('is the same to the byte each time', async () => {
    const file = { name: 'a.png', mediaType: 'image/png', content: new Uint8Array([1, 2, 3]) }
    const twice = await Promise.all([1, 2].map(() => compose(account, outgoing({ attachments: [file] }))))
    assert.deepEqual(twice[0], twice[1])
  })

  it('says how to have no more of it where nobody asked for it, and comes back to the exchange that it opens', async () => {
    const { inReplyTo: _, ...opening } = outgoing({ subject: 'Votre commande', optOut: true })
    const mail = await PostalMime.parse(await compose(account, { ...opening, thread: [] }))
    const header = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value
    assert.equal(header, `<mailto:${BRAND}?subject=stop>`)
    assert.ok((await composed()).headers.every(({ key }) => key !== 'list-unsubscribe'))
    // A reply names the mail that opened: its thread is the one that the desk has given the exchange.
    const key = email.writeFirstTo?.('camille@clients.test', KEY, { externalId: BRAND })
    assert.equal(key, `${mail.messageId} camille@clients.test`)
  })

  it('has « Re: » once, in any language it was written', () => {
    for (const subject of ['Bouquet', 'Re: Bouquet', 'RE : Re: Bouquet', 'Réf : AW: Bouquet', 'Re[2]: Bouquet'])
      assert.equal(subjectOf(outgoing({ subject }), 'Fleurs du Port'), 'Re: Bouquet', subject)
    for (const subject of ['', 'Re:', ' '])
      assert.equal(subjectOf(outgoing({ subject }), 'Fleurs du Port'), 'Re: Fleurs du Port')
    const { inReplyTo: _, ...opening } = outgoing({ subject: 'Votre bouquet' })
    assert.equal(subjectOf(opening, 'Fleurs du Port'), 'Votre bouquet')
  })

  it('names no id that the customer never had', () => {
    assert.deepEqual(
      threadOf(outgoing({ ...answering({}, '<0123@made-up.invalid>'), thread: ['<0123@made-up.invalid>'] })),
      { references: [] },
    )
    const twin = threadOf(
      outgoing({
        ...answering({ id: '<b@clients.test>' }, '<b@clients.test>#0a1b'),
        thread: ['<b@clients.test>#0a1b', 'member-vouched:x'],
      }),
    )
    assert.deepEqual(twin, { inReplyTo: '<b@clients.test>', references: ['<b@clients.test>'] })
  })

  it('keeps the first and the last ones of an endless thread', () => {
    const thread = Array.from({ length: 500 }, (_, n) => `<${n}@clients.test>`)
    const { references } = threadOf(outgoing({ thread }))
    assert.equal(references.length, 30)
    assert.deepEqual([references[0], references.at(-1)], ['<a@clients.test>', '<b@clients.test>'])
  })

  it('has no header but its own, whatever is in its parts', async () => {
    const expected = (await composed()).headers.map(({ key }) => key).sort()
    const wicked = fc.constantFrom(
      'x',
      '\r\n',
      '\n',
      '\r',
      'Bcc: tous@clients.test',
      '\r\n\r\n',
      '<',
      '>',
      '"',
      ',',
      '\0',
      '\u2028',
      'é',
      '=?utf-8?Q?=0D=0ABcc:_a?=',
    )
    const text = fc.array(wicked, { maxLength: 8 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(text, text, text, async (subject, name, id) => {
        const file = { name, mediaType: 'text/plain', content: new Uint8Array([65]) }
        const mail = await PostalMime.parse(
          await compose(
            { ...account, displayName: name },
            outgoing({ subject, ...answering({ id, references: [id] }, id), thread: [id], attachments: [file] }),
          ),
        )
        const keys = new Set(mail.headers.map(({ key }) => key))
        for (const key of keys) assert.ok([...expected, 'content-type', 'mime-version'].includes(key), key)
        assert.equal(mail.bcc, undefined)
        assert.deepEqual(mail.to, [{ name: '', address: 'camille@clients.test' }])
        assert.equal(mail.attachments.length, 1)
      }),
      { numRuns: 100 },
    )
  })
})
