import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { type Answer, startScriptedImap } from '#test/email/scripted.ts'
import { memoryOf, toolsWith } from '../suite/tools.ts'
import { email } from './index.ts'
import { BRAND } from './mail-for-test.ts'

const closers: (() => void)[] = []
after(() => {
  for (const close of closers) close()
})

const pollAt = async (signIn: Answer, greeting?: Answer, isListed = true) => {
  const server = await startScriptedImap(signIn, greeting)
  closers.push(server.close)
  const there = { host: '127.0.0.1', port: server.port, security: 'none', user: BRAND, password: 'secret' }
  const secret = { imap: there, smtp: there, selfSigned: false }
  const account = { id: '1', externalId: BRAND, handle: BRAND, secret, settings: {} }
  const allowHosts = isListed ? [`127.0.0.1:${server.port}`] : []
  const session = email.open(account, toolsWith({ memory: memoryOf(), allowHosts }))
  const polled = await session.poll?.(null, new AbortController().signal)
  await session.close?.()
  assert.ok(polled !== undefined && polled.kind !== 'polled')
  return [polled.kind, polled.reason]
}

describe('a mailbox that cannot be read', () => {
  it('needs a person when the server turns us away for good', async () => {
    assert.deepEqual(await pollAt('NO [AUTHENTICATIONFAILED] no'), ['attention', 'wrong-password'])
    assert.deepEqual(await pollAt('NO no'), ['attention', 'wrong-password'])
    assert.deepEqual(await pollAt('NO [EXPIRED] the password has expired'), ['attention', 'password-expired'])
    assert.deepEqual(await pollAt('NO [CONTACTADMIN] IMAP is switched off'), ['attention', 'login-not-allowed'])
    assert.deepEqual(await pollAt('OK', undefined, false), ['attention', 'port-not-allowed'])
  })

  it('is asked again later when the server is in trouble', async () => {
    assert.deepEqual(await pollAt('NO [UNAVAILABLE] authentication is down'), ['later', 'busy'])
    assert.deepEqual(await pollAt('NO [LIMIT] too many connections'), ['later', 'busy'])
    assert.deepEqual(await pollAt((socket) => socket.destroy()), ['later', 'unreachable'])
    const [kind] = await pollAt('OK', '* BYE too busy')
    assert.equal(kind, 'later')
  })
})
