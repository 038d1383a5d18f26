import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { type Answer, startScriptedSmtp } from '#test/email/scripted.ts'
import type { Outgoing } from '../connector.ts'
import { memoryOf, toolsWith } from '../suite/tools.ts'
import type { Account } from './account.ts'
import { BRAND } from './mail-for-test.ts'
import { send } from './send.ts'

const NOW = Date.parse('2026-03-02T09:00:00Z')
const MINUTE_MS = 60_000
const closers: (() => void)[] = []
after(() => {
  for (const close of closers) close()
})

const accountAt = (port: number): Account => {
  const server = { host: '127.0.0.1', port, security: 'none' as const, user: BRAND, password: 'secret' }
  const tools = toolsWith({ now: () => NOW, memory: memoryOf(), allowHosts: [`127.0.0.1:${port}`] })
  return {
    imap: server,
    smtp: server,
    selfSigned: false,
    displayName: 'Fleurs du Port',
    folder: 'INBOX',
    address: BRAND,
    tools,
  }
}

const outgoing = (over: Partial<Outgoing> = {}): Outgoing => ({
  key: randomUUID(),
  audience: 'private',
  text: 'Bonjour',
  to: { externalId: 'camille@clients.test', handle: 'camille@clients.test', displayName: 'Camille' },
  conversationKey: '<a@clients.test> camille@clients.test',
  thread: [],
  attachments: [],
  since: NOW,
  ...over,
})

const sendTo = async (answers: Record<string, Answer>, over: Partial<Outgoing> = {}) => {
  const server = await startScriptedSmtp(answers)
  closers.push(server.close)
  const outcome = await send(accountAt(server.port), outgoing(over), new AbortController().signal)
  return { outcome, server }
}

const CUSTOMER = 'RCPT TO:<camille@clients.test>'

describe('sending a mail', () => {
  it('is done when the server says that it has it', async () => {
    const { outcome, server } = await sendTo({})
    assert.equal(outcome.kind, 'sent')
    assert.equal(server.mails.length, 1)
  })

  it('is refused for good, and says why', async () => {
    const cases: [Record<string, Answer>, string][] = [
      [{ [CUSTOMER]: '550 5.1.1 no such user' }, 'no-such-address'],
      [{ [CUSTOMER]: '552 5.2.2 mailbox full' }, 'mailbox-full'],
      [{ 'MAIL FROM': '553 5.7.1 sender address rejected: not owned by user' }, 'refused-by-policy'],
      [{ END: '554 5.7.1 spam' }, 'refused-by-policy'],
      [{ EHLO: '250-scripted\r\n250-SIZE 100\r\n250 AUTH PLAIN' }, 'too-large'],
    ]
    for (const [answers, reason] of cases) {
      const { outcome } = await sendTo(answers)
      assert.ok(outcome.kind === 'refused', JSON.stringify(outcome))
      assert.equal(outcome.reason, reason)
    }
  })

  it('waits for a server that puts strangers off, and for one that is busy', async () => {
    const grey = (await sendTo({ [CUSTOMER]: '450 4.7.1 Greylisted, try later' })).outcome
    assert.ok(grey.kind === 'later')
    assert.deepEqual([grey.reason, grey.retryAt, grey.wholeAccount], ['greylisted', NOW + 5 * MINUTE_MS, undefined])
    const busy = (await sendTo({ 'MAIL FROM': '451 4.3.2 slow down' })).outcome
    assert.ok(busy.kind === 'later' && busy.wholeAccount === true)
    const closed = (await sendTo({ HELLO: '421 4.3.2 closing' })).outcome
    assert.ok(closed.kind === 'later' && closed.reason === 'busy' && closed.wholeAccount === true)
  })

  it('waits for a person when the password is worth nothing any more, with all of the account', async () => {
    for (const answer of ['535 5.7.8 wrong', '534 5.7.9 an app password is needed']) {
      const { outcome } = await sendTo({ AUTH: answer })
      assert.ok(outcome.kind === 'later')
      assert.deepEqual(
        [outcome.reason, outcome.wholeAccount, outcome.retryAt],
        ['wrong-password', true, NOW + 15 * MINUTE_MS],
      )
    }
    const { outcome } = await sendTo({ AUTH: '454 4.7.0 temporary failure' })
    assert.ok(outcome.kind === 'later' && outcome.reason === 'busy')
  })

  it('waits when our own mailbox takes no copy: nobody could tell afterwards', async () => {
    const { outcome, server } = await sendTo({ [`RCPT TO:<${BRAND}>`]: '552 5.2.2 full' })
    assert.ok(outcome.kind === 'later' && outcome.reason === 'own-mailbox-refuses')
    assert.equal(server.mails.length, 0)
  })

  it('says that it does not know when the answer to the mail is lost, late or strange', async () => {
    for (const answer of ['451 4.3.0 error', 'nonsense', (socket: { destroy(): void }) => socket.destroy()] as Answer[])
      assert.equal((await sendTo({ END: answer })).outcome.kind, 'ambiguous')
  })

  it('says to try again when the connection broke before the mail was whole', async () => {
    const { outcome } = await sendTo({ DATA: (socket) => socket.destroy() })
    assert.ok(outcome.kind === 'later' && outcome.reason === 'connection-lost')
  })

  it('takes a server at its word about how one signs in', async () => {
    const { outcome, server } = await sendTo({
      EHLO: '250-scripted\r\n250 AUTH LOGIN',
      'AUTH LOGIN': '334 VXNlcm5hbWU6',
      [Buffer.from(BRAND).toString('base64')]: '334 UGFzc3dvcmQ6',
      [Buffer.from('secret').toString('base64')]: '235 in',
    })
    assert.equal(outcome.kind, 'sent')
    assert.ok(server.heard.includes('AUTH LOGIN'))
    const none = (await sendTo({ EHLO: '250 scripted' })).outcome
    assert.ok(none.kind === 'later' && none.reason === 'no-sign-in-offered')
  })

  it('is refused before any server is asked when it cannot go', async () => {
    const file = (name: string, mediaType: string, bytes = 3) => ({ name, mediaType, content: new Uint8Array(bytes) })
    const cases: [Partial<Outgoing>, string][] = [
      [{ audience: 'public' }, 'audience-is-private'],
      [{ text: ' \n' }, 'empty'],
      [{ text: 'a'.repeat(100_001) }, 'too-long'],
      [{ to: { externalId: 'sender@unknown.invalid', handle: '', displayName: '' } }, 'bad-address'],
      [{ to: { externalId: 'a@x.test>\r\nRCPT TO:<b@x.test', handle: '', displayName: '' } }, 'bad-address'],
      [{ attachments: [file('outil.exe', 'application/x-msdownload')] }, 'media-refused'],
      [{ attachments: [file('a.png', 'image/png', 10_000_001)] }, 'media-too-large'],
      [
        { attachments: [file('a.png', 'image/png', 9_500_000), file('b.png', 'image/png', 9_500_000)] },
        'media-too-large',
      ],
      [{ attachments: Array.from({ length: 11 }, () => file('a.png', 'image/png')) }, 'too-many-attachments'],
      [{ key: 'autre' }, 'bad-key'],
    ]
    for (const [over, reason] of cases) {
      const { outcome, server } = await sendTo({}, over)
      assert.ok(outcome.kind === 'refused', reason)
      assert.equal(outcome.reason, reason)
      assert.deepEqual(server.heard, [])
    }
  })
})
