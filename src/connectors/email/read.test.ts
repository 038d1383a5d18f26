import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BRAND, mailOf, readMail } from './mail-for-test.ts'
import { read } from './read.ts'

const mail = (headers: string, body = 'Bonjour'): string => `${headers}\n\n${body}`

const message = async (source: string, over = {}) => {
  const activity = await readMail(source, over)
  assert.ok(activity.kind === 'message', JSON.stringify(activity))
  return activity
}

describe('who wrote', () => {
  it('is who will be answered: the one address to reply to, when the mail gives one', async () => {
    const { author, meta } = await message(
      mail('From: Camille <camille@clients.test>\nReply-To: camille.roux@maison.test'),
    )
    assert.deepEqual(author, {
      externalId: 'camille.roux@maison.test',
      handle: 'camille.roux@maison.test',
      displayName: 'Camille',
    })
    assert.deepEqual(meta?.from, { address: 'camille@clients.test', name: 'Camille' })
  })

  it('is the sender, when several addresses are given to reply to, or one that nobody reads', async () => {
    for (const to of ['a@x.test, b@x.test', 'no-reply@x.test', 'pas une adresse', BRAND]) {
      const { author } = await message(mail(`From: camille@clients.test\nReply-To: ${to}`))
      assert.equal(author.externalId, 'camille@clients.test', to)
    }
  })

  it('is the customer behind the form of a website, and somebody waits for an answer', async () => {
    for (const from of [BRAND, 'noreply@boutique.test', 'wordpress@fleursduport.test']) {
      const form = `From: Boutique <${from}>\nReply-To: Camille <camille@clients.test>\nAuto-Submitted: auto-generated`
      const { author, automatic } = await message(mail(form))
      assert.deepEqual([author.externalId, automatic], ['camille@clients.test', undefined], from)
    }
  })

  it('is not the brand because « From » says so: only the Sent folder proves it', async () => {
    const forged = mail(`From: ${BRAND}\nIn-Reply-To: <a@clients.test>`)
    assert.equal((await readMail(forged)).kind, 'nothing')
    const own = await readMail(mail(`From: ${BRAND}\nTo: camille@clients.test\nIn-Reply-To: <a@clients.test>`), {
      folder: 'sent',
      root: '<a@clients.test>',
    })
    assert.ok(own.kind === 'own')
    assert.equal(own.conversationKey, '<a@clients.test> camille@clients.test')
    assert.equal(own.mark, undefined)
  })

  it('is the desk, when the mail carries the mark of a delivery', async () => {
    const key = '0198c0de-1111-7222-8333-444455556666'
    const id = `<vigie.${key}@fleursduport.test>`
    for (const headers of [`Message-ID: ${id}`, `Message-ID: <x@prod.outlook.com>\nX-Vigie-Delivery: ${key}`]) {
      const own = await readMail(mail(`From: ${BRAND}\nTo: camille@clients.test\n${headers}`))
      assert.ok(own.kind === 'own')
      assert.deepEqual([own.mark, own.messageId], [key, id])
    }
    const thief = await readMail(mail(`From: voleur@clients.test\nMessage-ID: ${id}`))
    assert.equal(thief.kind, 'message', 'nobody else speaks for the brand by its mark')
  })
})

describe('whether somebody waits for an answer', () => {
  const machines = [
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated',
    'X-Autoreply: yes',
    'X-Auto-Response-Suppress: All\nX-Autorespond: absente',
    'Precedence: bulk',
    'Precedence: list',
    'Precedence: auto_reply',
    'List-Id: <lettre.boutique.test>',
    'List-Unsubscribe: <https://boutique.test>',
    'Subject: Réponse automatique : Votre commande',
    'Subject: Out of Office: Votre commande',
  ]
  for (const headers of machines) {
    it(`is no, after « ${headers.replaceAll('\n', ', ')} »`, async () => {
      assert.equal((await message(mail(`From: camille@clients.test\n${headers}`))).automatic, true)
    })
  }
  it('is no, after a sender whom nobody reads', async () => {
    for (const from of ['noreply@boutique.test', 'ne-pas-repondre@boutique.test', 'no_reply@x.test'.replace('_', '-')])
      assert.equal((await message(mail(`From: ${from}`))).automatic, true, from)
  })
  it('is yes, after a person', async () => {
    for (const headers of ['Auto-Submitted: no', 'Subject: Absence de réponse', 'X-Auto-Response-Suppress: OOF'])
      assert.equal((await message(mail(`From: camille@clients.test\n${headers}`))).automatic, undefined, headers)
  })
})

describe('what was written', () => {
  it('is the new words; the whole mail is kept beside them', async () => {
    const body = 'Toujours rien.\n\nLe 2 mars 2026 à 10:04, Fleurs du Port a écrit :\n> Bonjour'
    const { text, meta } = await message(mail('From: camille@clients.test\nIn-Reply-To: <x@y.test>', body))
    assert.equal(text, 'Toujours rien.')
    assert.equal(meta?.fullText, body)
  })

  it('names the whole mail as a file, when only its beginning was fetched', async () => {
    const { attachments, meta } = await message(mail('From: camille@clients.test'), {
      oversize: true,
      size: 50_000_000,
    })
    assert.deepEqual(attachments, [
      { kind: 'file', name: 'message.eml', mediaType: 'message/rfc822', size: 50_000_000 },
    ])
    assert.equal(meta?.oversize, 50_000_000)
  })

  it('goes to quarantine when it could not be parsed', async () => {
    const { folder, uid, uidValidity, receivedAt, size, source } = await mailOf(mail('From: camille@clients.test'))
    const body = { kind: 'unreadable', v: 1, folder, uid, uidValidity, receivedAt, size, source, fault: 'too deep' }
    assert.throws(() => read({ body }, { externalId: BRAND }), /too deep/)
  })
})
