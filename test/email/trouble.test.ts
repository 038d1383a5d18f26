import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { email } from '#connectors/email/index.ts'
import { listen, messagesIn } from '#connectors/suite/listen.ts'
import { hostileMails } from './hostile-mails.ts'
import { write } from './people.ts'
import { findFreePorts } from './ports.ts'
import { credentialsFor, makeTools } from './rig.ts'
import { BRAND, CAMILLE } from './servers.ts'
import { calm, caughtUp, hearOne, makeWorld } from './world.ts'

const world = makeWorld()

const refusal = async (credentials: Record<string, string>, tools = makeTools(credentials)) => {
  const connected = await email.connect(credentials, tools, calm())
  assert.ok(connected.kind === 'refused', connected.kind)
  return connected
}

test('a mailbox that cannot be connected says which server, and why', async (t) => {
  const w = await world(t)
  if (w === null) return
  const good = credentialsFor(w.mail)
  const [closed = 0] = await findFreePorts(1)
  const cases: [Record<string, string>, string, RegExp][] = [
    [{ password: 'tulipe' }, 'imap-wrong-password', /IMAP .*SMTP .*wrong-password/],
    [{ smtpPassword: 'tulipe' }, 'smtp-wrong-password', /^SMTP/],
    [{ imapPort: String(closed) }, 'imap-unreachable', /ECONNREFUSED/],
    [{ smtpPort: String(closed) }, 'smtp-unreachable', /ECONNREFUSED/],
    [{ smtpPort: String(w.mail.imap) }, 'smtp-not-a-mail-server', /OK/],
    [{ imapSecurity: 'starttls', imapHost: 'localhost' }, 'imap-certificate-refused', /certificate/i],
    [
      { imapSecurity: 'tls', imapPort: String(w.mail.imaps), imapHost: 'localhost' },
      'imap-certificate-refused',
      /certificate/i,
    ],
    [{ smtpSecurity: 'starttls', smtpHost: 'localhost' }, 'smtp-certificate-refused', /certificate/i],
    [{ imapSecurity: 'tls' }, 'imap-encryption-failed', /./],
    [{ folder: 'Clients' }, 'imap-folder-missing', /./],
    [{ address: 'noreply@fleursduport.test' }, 'no-reply-address', /answer/],
    [{ address: 'fleursduport' }, 'bad-address', /./],
    [{ address: 'autre@fleursduport.test', user: BRAND }, 'smtp-no-such-address', /./],
  ]
  for (const [change, reason, detail] of cases) {
    const refused = await refusal({ ...good, ...change })
    assert.equal(refused.reason, reason, JSON.stringify([change, refused]))
    assert.match(refused.detail, detail)
    assert.ok(!refused.detail.includes('tulipe'))
  }
  const outside = await refusal(good, { ...makeTools(good), allowHosts: [] })
  assert.match(outside.reason, /^imap-(port-not-allowed|address-not-allowed)$/)
})

test('a certificate of our own is taken where the configuration names the server and the member says so', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail } = w
  const hosts = { imapHost: 'localhost', smtpHost: 'localhost', selfSigned: 'true', smtpSecurity: 'starttls' }
  for (const imap of [
    { imapSecurity: 'tls', imapPort: String(mail.imaps) },
    { imapSecurity: 'starttls', imapPort: String(mail.imap) },
  ]) {
    const credentials = { ...credentialsFor(mail), ...hosts, ...imap }
    const connected = await email.connect(credentials, makeTools(credentials), calm())
    assert.equal(connected.kind, 'connected', JSON.stringify(connected))
    if (connected.kind === 'connected') assert.deepEqual(connected.settings?.copiesComeBack, true)
  }
  assert.equal(await mail.dovecot.countMails(BRAND), 0, 'the trial mails are gone')
})

test('a server that starts again in the middle is found again, by polls and by the watch, and nothing is lost', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail } = w
  const desk = await caughtUp(w)
  const stop = new AbortController()
  const calls = { count: 0, next: Promise.withResolvers<void>() }
  const watching = desk.session.watch?.(() => {
    calls.count += 1
    calls.next.resolve()
  }, stop.signal)
  await calls.next.promise
  await mail.dovecot.stop()
  const text = `Pendant la panne ${randomUUID()}`
  await write(mail, { from: CAMILLE, text })
  const polled = await desk.session.poll?.(desk.cursor, calm())
  assert.ok(polled?.kind === 'later' && polled.reason === 'unreachable', JSON.stringify(polled))
  calls.next = Promise.withResolvers()
  await mail.dovecot.restart()
  await mail.postfix.settle()
  await calls.next.promise
  await hearOne(desk, text)
  stop.abort()
  await watching
  await desk.close()
})

test('the connection that polls share outlives the signal of the poll that opened it', async (t) => {
  const w = await world(t)
  if (w === null) return
  const desk = await caughtUp(w)
  const first = new AbortController()
  const session = email.open(w.rig.account, w.rig.tools())
  assert.equal((await session.poll?.(desk.cursor, first.signal))?.kind, 'polled')
  const second = session.poll?.(desk.cursor, calm())
  first.abort()
  assert.equal((await second)?.kind, 'polled')
  await session.close?.()
  await desk.close()
})

test('a server that numbers its mails again repeats nothing, and hides nothing', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail } = w
  await write(mail, { from: CAMILLE, text: `Avant ${randomUUID()}` })
  await mail.postfix.settle()
  const desk = await caughtUp(w)
  await desk.close()
  const text = `Entre les deux ${randomUUID()}`
  await write(mail, { from: CAMILLE, text })
  await mail.postfix.settle()
  await mail.dovecot.forgetNumbers(BRAND)
  const again = listen(email, w.rig, desk.cursor, desk.receipts)
  const heard = messagesIn(await again.hear())
  assert.deepEqual(
    heard.map((message) => message.text),
    [text],
  )
  const before = desk.cursor as { inbox: { uidValidity: string } }
  const after = again.cursor as { inbox: { uidValidity: string } }
  assert.notEqual(after.inbox.uidValidity, before.inbox.uidValidity, 'the numbers did change')
  await again.close()
})

test('two mails under one id are two messages, and the same mail twice is one', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail } = w
  const desk = await caughtUp(w)
  const id = `<${randomUUID()}@clients.test>`
  const source = (words: string, trace: string) =>
    `Received: by ${trace}.test; Mon, 2 Mar 2026 09:00:00 +0100\r\nFrom: ${CAMILLE}\r\nMessage-ID: ${id}\r\n\r\n${words}\r\n`
  await mail.dovecot.drop(BRAND, source('Bonjour', 'un'))
  await desk.hear()
  await mail.dovecot.drop(BRAND, source('Bonjour', 'deux'))
  assert.deepEqual(await desk.hear(), [])
  await mail.dovecot.drop(BRAND, source('Tout autre chose', 'trois'))
  const other = await hearOne(desk, 'Tout autre chose')
  assert.ok(other.messageId !== id && other.messageId.startsWith(id))
  await desk.close()
})

test('fifty megabytes are not fetched: the words at the beginning are heard, the rest is named', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail } = w
  const desk = await caughtUp(w)
  const text = `Voici toutes mes photos ${randomUUID()}`
  const head = `From: ${CAMILLE}\r\nMessage-ID: <${randomUUID()}@clients.test>\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n`
  const words = `--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`
  const photo = '--x\r\nContent-Type: image/jpeg; name=photos.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n'
  const line = Buffer.from(`${'A'.repeat(76)}\r\n`)
  await mail.dovecot.drop(BRAND, Buffer.concat([Buffer.from(head + words + photo), Buffer.alloc(50_000_000, line)]))
  const message = await hearOne(desk, text)
  const size = Number(message.meta?.oversize)
  assert.ok(size >= 50_000_000)
  assert.deepEqual(
    message.attachments.map(({ name, content }) => [name, content]),
    [
      ['photos.jpg', undefined],
      ['message.eml', undefined],
    ],
  )
  const kept = JSON.stringify([...desk.receipts.values()].at(-1)).length
  assert.ok(kept < 1_000_000, `its receipt weighs ${kept}`)
  await desk.close()
})

test('wicked mails are heard or set aside, and the mails behind them are heard', async (t) => {
  const w = await world(t)
  if (w === null) return
  const { mail } = w
  const desk = await caughtUp(w)
  const names = Object.entries(hostileMails)
  for (const [, { source }] of names) await mail.dovecot.drop(BRAND, source)
  const text = `La dernière ${randomUUID()}`
  await mail.dovecot.drop(BRAND, `From: ${CAMILLE}\r\n\r\n${text}\r\n`)
  const known = new Set(desk.receipts.keys())
  let cursor = desk.cursor
  const bodies: { kind: string }[] = []
  for (let more = true; more; ) {
    const polled = await desk.session.poll?.(cursor, calm())
    assert.ok(polled?.kind === 'polled', JSON.stringify(polled))
    bodies.push(...polled.receipts.filter(({ key }) => !known.has(key)).map(({ body }) => body as { kind: string }))
    cursor = polled.cursor
    more = polled.more
  }
  assert.equal(bodies.length, names.length + 1)
  const aside = bodies.filter(({ kind }) => kind === 'unreadable')
  assert.equal(aside.length, 3)
  for (const body of aside) assert.throws(() => email.read({ body }, w.rig.account))
  const read = bodies.filter(({ kind }) => kind === 'mail').flatMap((body) => email.read({ body }, w.rig.account))
  assert.equal(messagesIn(read).filter((message) => message.text === text).length, 1)
  for (const [name, { says = '' }] of names.filter(([, { says }]) => says !== undefined))
    assert.ok(
      messagesIn(read).some((message) => message.text.includes(says)),
      name,
    )
  await desk.close()
})
