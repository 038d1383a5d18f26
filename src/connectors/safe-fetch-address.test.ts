import assert from 'node:assert/strict'
import type { LookupAddress } from 'node:dns'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { isPublicAddress, publicLookup } from './safe-fetch-address.ts'
import { allowListOf } from './safe-fetch-target.ts'

const ask = (resolve: (name: string) => Promise<string[]>, all: boolean) =>
  new Promise<LookupAddress[] | string>((settle, fail) => {
    publicLookup(resolve)('shop.example', { all }, (error, found) => (error ? fail(error) : settle(found)))
  })

describe('the address behind a name', () => {
  it('is public when anybody reaches it', () => {
    for (const address of ['8.8.8.8', '93.184.216.34', '2606:4700:4700::1111', '2a01:e0a::1'])
      assert.ok(isPublicAddress(address), address)
  })

  it('is not public when it carries an IPv4 address inside, whatever that one is', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom('::', '::ffff:', '64:ff9b::', '64:ff9b:1::'), (v4, prefix) => {
        assert.equal(isPublicAddress(`${prefix}${v4}`), false)
      }),
    )
  })

  it('is public in IPv6 only inside 2000::/3', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        if (!ipaddr.isValid(address) || !isPublicAddress(address)) return
        const [first] = ipaddr.IPv6.parse(address).parts
        assert.equal((first ?? 0) >> 13, 1, address)
      }),
    )
  })

  it('is the one that was checked, even when the name answers otherwise a moment later', async () => {
    let asked = 0
    const rebinding = async () => (asked++ === 0 ? ['93.184.216.34', '2606:2800:220:1::1'] : ['127.0.0.1'])
    assert.deepEqual(await ask(rebinding, true), [
      { address: '93.184.216.34', family: 4 },
      { address: '2606:2800:220:1::1', family: 6 },
    ])
    assert.equal(asked, 1, 'the name is asked once for one connection')
    await assert.rejects(ask(rebinding, true), { name: 'FetchRefused', reason: 'private-address' })
  })

  it('can be asked for alone', async () => {
    assert.equal(await ask(async () => ['93.184.216.34'], false), '93.184.216.34')
    await assert.rejects(
      ask(() => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })), false),
      { code: 'ENOTFOUND' },
    )
  })
})

describe('the list of hosts that may be visited all the same', () => {
  it('compares hosts as they are written in an address', () => {
    const list = allowListOf(['LOCALHOST:2583', '[::1]:80', '127.1:443', 'intranet.example'])
    assert.deepEqual(
      [...list].sort(),
      ['127.0.0.1:443', '[::1]:80', 'intranet.example:443', 'intranet.example:80', 'localhost:2583'].sort(),
    )
  })

  it('takes hosts and ports only', () => {
    for (const entry of ['a b', 'http://host', 'host/path', 'user@host', '', 'host?x'])
      assert.throws(() => allowListOf([entry]), TypeError, entry)
  })
})
