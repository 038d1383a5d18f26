import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findRoad, IMAP_PORTS } from './road.ts'
import type { Server } from './secret.ts'

const server = (over: Partial<Server>): Server => ({
  ...{ host: '93.184.216.34', port: 993, security: 'tls', user: 'x', password: 'x' },
  ...over,
})
const judge = async (over: Partial<Server>, allowHosts: string[] = [], selfSigned = false) => {
  const road = await findRoad(server(over), IMAP_PORTS, { allowHosts, selfSigned })
  return 'trouble' in road ? road.trouble.reason : road
}

describe('the road to a mail server', () => {
  it('is open to public addresses, on the ports of mail, under encryption', async () => {
    const road = await judge({})
    assert.ok(typeof road === 'object')
    assert.deepEqual(road, { addresses: ['93.184.216.34'], tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' } })
  })

  it('is closed to private addresses in any spelling', async () => {
    for (const host of ['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '[::1]', 'localhost', '::ffff:127.0.0.1'])
      assert.equal(await judge({ host }), 'address-not-allowed', host)
  })

  it('is closed to other ports, and to passwords in clear', async () => {
    assert.equal(await judge({ port: 6379 }), 'port-not-allowed')
    assert.equal(await judge({ security: 'none', port: 143 }), 'not-encrypted')
  })

  it('is open to what the configuration names, and a certificate of its own is taken there only', async () => {
    for (const [allowed, port] of [
      ['127.0.0.1', 143],
      ['127.0.0.1:2143', 2143],
    ] as const) {
      const road = await judge({ host: '127.0.0.1', port, security: 'none' }, [allowed], true)
      assert.ok(typeof road === 'object' && !road.tls.rejectUnauthorized, allowed)
    }
    assert.equal(await judge({ host: '127.0.0.1', port: 2143 }, ['127.0.0.1']), 'port-not-allowed')
    assert.equal(await judge({ host: '127.0.0.1', port: 2144 }, ['127.0.0.1:2143']), 'port-not-allowed')
    const strict = await judge({}, [], true)
    assert.ok(typeof strict === 'object' && strict.tls.rejectUnauthorized, 'not on the public Internet')
  })

  it('leads nowhere when the name does not', async () => {
    assert.equal(await judge({ host: 'nowhere.invalid' }), 'unreachable')
  })
})
