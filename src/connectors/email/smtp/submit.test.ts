import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { after, describe, it } from 'node:test'
import { type Answer, startScriptedSmtp } from '#test/email/scripted.ts'
import { openDialogue } from './dialogue.ts'
import { reasonOf } from './reasons.ts'
import { stuffed, submit } from './submit.ts'

const closers: (() => void)[] = []
after(() => {
  for (const close of closers) close()
})

/** A server that answers each line as told, met as if the sign-in were over. */
const startServer = async (answers: Record<string, Answer>) => {
  const server = await startScriptedSmtp(answers)
  const socket = connect(server.port, '127.0.0.1')
  closers.push(server.close, () => socket.destroy())
  await once(socket, 'connect')
  const stop = new AbortController()
  const dialogue = openDialogue(socket, stop.signal)
  await dialogue.read()
  return { ...server, signedIn: { dialogue, abilities: new Map<string, string>() }, stop }
}

const ENVELOPE = {
  from: 'contact@fleursduport.test',
  customer: 'camille@clients.test',
  ownCopy: 'contact@fleursduport.test',
}
const hand = async (answers: Record<string, Answer>, mail = 'Subject: x\n\nBonjour\n') => {
  const server = await startServer(answers)
  const submitted = await submit(server.signedIn, ENVELOPE, Buffer.from(mail))
  return { ...server, submitted }
}

describe('handing in a mail', () => {
  it('goes to the customer and to our own mailbox in one transaction', async () => {
    const { submitted, heard, mails } = await hand({})
    assert.equal(submitted.kind, 'accepted')
    assert.deepEqual(heard, [
      'MAIL FROM:<contact@fleursduport.test>',
      'RCPT TO:<camille@clients.test>',
      'RCPT TO:<contact@fleursduport.test>',
      'DATA',
      'END',
    ])
    assert.equal(mails.length, 1)
  })

  it('stops before the mail when the customer is refused: a copy alone would look like a mail that was sent', async () => {
    const { submitted, heard, mails } = await hand({ 'RCPT TO:<camille@clients.test>': '550 5.1.1 unknown' })
    assert.ok(submitted.kind === 'declined' && submitted.at === 'customer')
    assert.ok(!heard.includes('DATA'))
    assert.equal(mails.length, 0)
  })

  it('stops before the mail when our own mailbox is refused: nobody could tell afterwards', async () => {
    const { submitted, mails } = await hand({ 'RCPT TO:<contact@fleursduport.test>': '452 4.2.2 full' })
    assert.ok(submitted.kind === 'declined' && submitted.at === 'own-copy')
    assert.equal(mails.length, 0)
  })

  it('is certainly not done when the connection breaks before the last line', async () => {
    const { submitted } = await hand({ DATA: (socket) => socket.destroy() })
    assert.equal(submitted.kind, 'broken')
  })

  it('is refused when the server says so at the end, and in doubt after anything else', async () => {
    const no = await hand({ END: '554 5.7.1 spam' })
    assert.ok(no.submitted.kind === 'declined' && no.submitted.at === 'mail')
    const doubts: Answer[] = [
      '451 4.3.0 try again',
      '421 4.4.2 timeout',
      'HTTP/1.1 200 OK',
      '<html>',
      (socket) => socket.destroy(),
      (socket) => socket.end(),
    ]
    for (const answer of doubts) assert.equal((await hand({ END: answer })).submitted.kind, 'doubt')
  })

  it('is in doubt when we stop while the server thinks', async () => {
    const thinking = Promise.withResolvers<void>()
    const server = await startServer({ END: () => thinking.resolve() })
    const submitting = submit(server.signedIn, ENVELOPE, Buffer.from('x'))
    await thinking.promise
    server.stop.abort()
    assert.equal((await submitting).kind, 'doubt')
  })

  it('ends where it ends, whatever lines are in it', async () => {
    const inside = 'a\r\n.\r\nMAIL FROM:<voleur@x.test>\n.\nb\r.\rc\r\n..d'
    const { mails, heard } = await hand({}, inside)
    assert.equal(mails.length, 1)
    assert.equal(heard.filter((verb) => verb.startsWith('MAIL')).length, 1)
    assert.equal(mails[0]?.replaceAll(/^\.\./gm, '.'), 'a\r\n.\r\nMAIL FROM:<voleur@x.test>\r\n.\r\nb\r\n.\r\nc\r\n..d')
    assert.equal(stuffed(Buffer.from('.')).toString(), '..\r\n')
  })

  it('speaks to no two people in one line', async () => {
    const server = await startServer({})
    const envelope = { ...ENVELOPE, customer: 'a@x.test>\r\nRCPT TO:<b@x.test' }
    await assert.rejects(submit(server.signedIn, envelope, Buffer.from('x')))
    assert.equal(server.heard.filter((verb) => verb.startsWith('RCPT')).length, 0)
  })
})

describe('why a server says no', () => {
  const cases: [string, string, number, string][] = [
    ['5.1.1', 'User unknown', 550, 'no-such-address'],
    ['', 'No such user here', 550, 'no-such-address'],
    ['5.2.2', 'over quota', 552, 'mailbox-full'],
    ['', 'Mailbox full', 552, 'mailbox-full'],
    ['5.3.4', 'Message too big', 552, 'too-large'],
    ['5.7.1', 'Relay access denied', 554, 'refused-by-policy'],
    ['', 'Message rejected as spam', 554, 'refused-by-policy'],
    ['4.7.1', 'Greylisted, come back in 5 minutes', 450, 'greylisted'],
    ['5.7.60', 'Client does not have permissions to send as this sender', 550, 'may-not-send-as'],
    ['4.4.1', 'connection timed out', 0, 'unreachable'],
    ['', 'quelque chose', 554, 'refused-by-server'],
  ]
  for (const [status, text, code, reason] of cases)
    it(`is ${reason}: ${code} ${status} ${text}`, () => assert.equal(reasonOf({ status, text, code }), reason))
})
