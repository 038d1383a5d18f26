import assert from 'node:assert/strict'
import type { HookRequest } from '../connector.ts'
import { type Bench, notHere, words } from './bench.ts'
import type { Rig } from './rig.ts'

const HOUR_MS = 3_600_000

/** Nobody but the network can hand anything over: each byte is signed, and the signature is checked before anything is parsed. */
export const hooks = ({ connector, test }: Bench): void => {
  const told = connector.verifyHook !== undefined

  const oneHook = async (rig: Rig): Promise<HookRequest> => {
    rig.hooks?.()
    await rig.says({ by: rig.people.customer, text: words('Par webhook'), audience: rig.ordinary })
    await rig.settle()
    const [request] = rig.hooks?.() ?? []
    assert.ok(request, 'the rig says nothing by webhook')
    return request
  }
  const verdict = (rig: Rig, request: HookRequest, now = rig.tools().now()) =>
    connector.verifyHook?.(request, rig.account, now)
  const refuses = (rig: Rig, request: HookRequest, now?: number): void => {
    const given = verdict(rig, request, now)
    assert.equal(given?.kind, 'refused', JSON.stringify(given))
  }

  test('accepts what the network has signed, under the same key each time', async (rig, t) => {
    if (!told) return notHere(t, 'no webhooks')
    const request = await oneHook(rig)
    const first = verdict(rig, request)
    assert.equal(first?.kind, 'accepted', JSON.stringify(first))
    assert.deepEqual(verdict(rig, request), first)
    const other = verdict(rig, await oneHook(rig))
    assert.notDeepEqual(other, first, 'another message has another key')
  })

  test('refuses what is not signed, signed otherwise, or changed by one bit', async (rig, t) => {
    if (!told) return notHere(t, 'no webhooks')
    const request = await oneHook(rig)
    refuses(rig, { ...request, headers: {} })
    refuses(rig, { headers: request.headers, raw: new Uint8Array() })
    for (const at of [0, request.raw.length >> 1, request.raw.length - 1]) {
      const raw = Uint8Array.from(request.raw)
      raw[at] = (raw[at] ?? 0) ^ 1
      refuses(rig, { ...request, raw })
    }
    for (const [name, value] of Object.entries(request.headers)) {
      if (!/sign/i.test(name) || value === undefined) continue
      for (const forged of [
        '',
        'v1,',
        value.slice(0, -1),
        `${value.slice(0, -4)}AAAA`,
        `${value}A`,
        value.repeat(2000),
      ]) {
        refuses(rig, { ...request, headers: { ...request.headers, [name]: forged } })
      }
    }
    const given = connector.verifyHook?.(request, { ...rig.account, secret: {} }, rig.tools().now())
    assert.equal(given?.kind, 'refused', 'an account without a secret accepts nothing')
  })

  test('refuses what was signed too long ago', async (rig, t) => {
    if (!told || !rig.hooksAge) return notHere(t, 'the network does not sign the time')
    const request = await oneHook(rig)
    refuses(rig, request, rig.tools().now() + HOUR_MS)
    refuses(rig, request, rig.tools().now() - HOUR_MS)
  })
}
