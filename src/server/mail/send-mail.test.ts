import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigTrouble, readConfig } from '#server/config.ts'
import type { MailServer } from '#server/mail-server.ts'
import { mailOf } from '#server/notices/message.ts'
import { type Answer, startScriptedSmtp } from '#test/email/scripted.ts'
import { makeMail } from './send-mail.ts'

const AICHA = {
  ...{ name: 'Aïcha Morel', email: 'aicha@fleurs-du-port.test', language: 'fr' as const },
  ...{ brand: 'Fleurs du Port\r\nBcc: voleur@x.test', workspaceId: '01900000-0000-7000-8000-000000000001' },
}
const TOLD = [{ kind: 'case-given', caseId: '01900000-0000-7000-8000-000000000002', caseNumber: 12 }]
const MAIL = mailOf(AICHA, TOLD, 'batch-1', 'https://desk.fleurs-du-port.test')

const handIn = async (answers: Record<string, Answer>) => {
  const server = await startScriptedSmtp(answers)
  const place: MailServer = {
    ...{ host: '127.0.0.1', port: server.port, tls: false, clear: true, from: 'bureau@fleurs-du-port.test' },
    ...{ user: 'bureau', password: 'secret' },
  }
  const handed = await makeMail(place)(MAIL)
  server.close()
  return { handed, ...server }
}

test('a mail says what to do and where, in two forms, under one name at each try', async () => {
  const { handed, mails } = await handIn({})
  assert.deepEqual(handed, { kind: 'taken' })
  const [mail = ''] = mails
  assert.match(mail, /^Message-ID: <batch-1@desk\.fleurs-du-port\.test>\r?$/m)
  assert.match(mail, /^Auto-Submitted: auto-generated\r?$/m)
  assert.match(mail, /text\/plain/)
  assert.match(mail, /text\/html/)
  assert.doesNotMatch(mail, /^Bcc:/m)
  assert.match(MAIL.text, /Un dossier vous est confié\. \(dossier 12\)\n {2}https:\/\/desk\.fleurs-du-port\.test\/w\//)
})

test('each language sets the colon of a mail as it does', () => {
  const { text } = mailOf({ ...AICHA, language: 'en' }, TOLD, 'b', 'https://desk.fleurs-du-port.test')
  assert.match(text, /^Open the desk: https:/m)
  assert.match(MAIL.text, /^Ouvrir le bureau\u00a0: https:/m)
})

test('a name in the desk writes no tags into a mail', () => {
  const { html } = mailOf({ ...AICHA, name: '<img src=x>' }, TOLD, 'b', 'https://desk.fleurs-du-port.test')
  assert.ok(!html.includes('<img'))
})

test('what the server says decides whether it is tried again, and its words are not kept', async () => {
  const failed = async (answers: Record<string, Answer>) => {
    const { handed } = await handIn(answers)
    assert.ok(handed.kind === 'failed')
    assert.ok(!handed.reason.includes('aicha'))
    return [handed.certain, handed.permanent]
  }
  assert.deepEqual(await failed({ RCPT: '550 5.1.1 no aicha here' }), [true, true])
  assert.deepEqual(await failed({ RCPT: '450 4.2.0 later' }), [true, false])
  assert.deepEqual(await failed({ AUTH: '535 5.7.8 no' }), [true, false])
  assert.deepEqual(await failed({ END: (socket) => socket.destroy() }), [false, false])
  const nobody = makeMail({
    host: '127.0.0.1',
    port: 1,
    tls: false,
    clear: true,
    user: undefined,
    password: undefined,
    from: 'a@b.test',
  })
  const handed = await nobody(MAIL)
  assert.ok(handed.kind === 'failed' && handed.certain && !handed.permanent)
})

test('the configuration names the mail server, and sends no password in clear', () => {
  const read = (VIGIE_SMTP_URL?: string, VIGIE_MAIL_FROM?: string) =>
    readConfig({ VIGIE_SMTP_URL, VIGIE_MAIL_FROM }).mail
  assert.equal(read(), undefined)
  assert.deepEqual(read('smtps://bureau:p%40ss@mail.example.org', 'bureau@example.org'), {
    ...{ host: 'mail.example.org', port: 465, tls: true, clear: false, user: 'bureau', password: 'p@ss' },
    from: 'bureau@example.org',
  })
  assert.equal(read('smtp://mail.example.org', 'bureau@example.org')?.clear, false)
  assert.equal(read('smtp://relay:25?clear=true', 'bureau@example.org')?.clear, true)
  for (const [url, from] of [
    ['smtp://bureau:secret@relay:25?clear=true', 'bureau@example.org'],
    ['http://mail.example.org', 'bureau@example.org'],
    ['smtps://bureau:50%off@mail.example.org', 'bureau@example.org'],
    ['smtp://mail.example.org', undefined],
    [undefined, 'bureau@example.org'],
  ] as const)
    assert.throws(() => read(url, from), ConfigTrouble)
})
