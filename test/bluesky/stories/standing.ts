import assert from 'node:assert/strict'
import { bluesky } from '#connectors/bluesky/index.ts'
import { makeSafeFetch } from '#connectors/safe-fetch.ts'
import { toolsWith } from '#connectors/suite/tools.ts'
import { findClosedPort } from '../closed-port.ts'
import { openBrand } from '../desk.ts'
import { openAccount, say } from '../people.ts'
import type { Tell, Town } from './town.ts'

/** What the kit's servers take for their operator. */
const operator = `Basic ${Buffer.from('admin:admin-pass').toString('base64')}`

const suspend = async ({ network }: Town, did: string, applied: boolean): Promise<void> => {
  const answer = await fetch(`${network.addresses.pds}/xrpc/com.atproto.admin.updateSubjectStatus`, {
    method: 'POST',
    headers: { authorization: operator, 'content-type': 'application/json' },
    body: JSON.stringify({ subject: { $type: 'com.atproto.admin.defs#repoRef', did }, takedown: { applied } }),
  })
  assert.equal(answer.status, 200, await answer.text())
}

/** As after the hours that a token lasts: the server does not know it any more. */
const wearing =
  (door: typeof fetch): typeof fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers)
    if (headers.has('authorization') && !String(input).includes('refreshSession')) {
      headers.set('authorization', 'Bearer worn')
    }
    return door(input, { ...init, headers })
  }

export const standing = (tell: Tell): void => {
  tell('renews a worn token by itself, once for everybody who waits', async ({ network, camille }) => {
    let isWorn = false
    const renewals: string[] = []
    const desk = await openBrand(network, 'use.test', {
      fetch: (door) => (input, init) => {
        const url = String(input)
        if (url.includes('refreshSession') || url.includes('createSession')) {
          renewals.push(url.split('.').at(-1) ?? '')
          isWorn = false
        }
        return isWorn ? wearing(door)(input, init) : door(input, init)
      },
    })
    await desk.hear()
    assert.deepEqual(renewals.splice(0), ['createSession'])
    const post = await say(camille, '@use.test ?')
    await network.settle()
    isWorn = true
    const [turn, profile] = await Promise.all([desk.listen(), desk.profileOf(camille.did)])
    assert.ok(turn.activities.some((one) => one.kind === 'message' && one.messageId === post.uri))
    assert.equal(profile?.displayName, 'Camille Roux')
    assert.deepEqual(renewals.splice(0), ['refreshSession'])
    desk.restart()
    await desk.hear()
    assert.deepEqual(renewals, [], 'a restart signs in with what is kept')
  })

  tell('asks for a person once the app password is revoked and the token worn', async ({ network }) => {
    let isWorn = false
    const asked: string[] = []
    const desk = await openBrand(network, 'revoque.test', {
      fetch: (door) => (input, init) => {
        asked.push(String(input))
        return isWorn ? wearing(door)(input, init) : door(input, init)
      },
    })
    await desk.hear()
    const { agent } = desk.brand
    const { passwords } = (await agent.com.atproto.server.listAppPasswords()).data
    for (const { name } of passwords) await agent.com.atproto.server.revokeAppPassword({ name })
    isWorn = true
    const polled = await desk.poll()
    assert.equal(polled.kind, 'attention')
    if (polled.kind === 'attention') assert.equal(polled.reason, 'wrong-password')
    asked.length = 0
    assert.equal((await desk.poll()).kind, 'attention')
    assert.deepEqual(asked, [], 'a refused password is not tried again at once')
  })

  tell('tells a suspended account from a wrong password, and holds what it could not say', async (town) => {
    const { network, lucas } = town
    let isWorn = false
    const desk = await openBrand(network, 'suspendu.test', {
      fetch: (door) => (input, init) => (isWorn ? wearing(door)(input, init) : door(input, init)),
    })
    const message = await desk.hearMessage((await say(lucas, '@suspendu.test ?')).uri)
    await suspend(town, desk.brand.did, true)
    const sent = await desk.send(desk.replyTo(message, 'Bonjour'))
    assert.equal(sent.kind === 'refused' && sent.reason, 'account-suspended', JSON.stringify(sent))
    isWorn = true
    const polled = await desk.poll()
    assert.equal(polled.kind === 'attention' && polled.reason, 'account-suspended', JSON.stringify(polled))
    await suspend(town, desk.brand.did, false)
  })

  tell('connects with an app password alone, and says what is wrong otherwise', async ({ network }) => {
    const { pds } = network.addresses
    const brand = await openAccount(network.addresses, 'branche.test', 'Fleurs du Port')
    const closed = `127.0.0.1:${await findClosedPort()}`
    const tools = toolsWith({ now: Date.now, fetch: makeSafeFetch({ allow: [new URL(pds).host, closed] }) })
    const connect = async (handle: string, password: string, service = pds) => {
      const connected = await bluesky.connect({ handle, password, service }, tools, new AbortController().signal)
      return connected.kind === 'refused' ? connected.reason : connected
    }
    assert.equal(await connect('branche.test', brand.password), 'not-an-app-password')
    assert.equal(await connect('branche.test', 'abcd-efgh-ijkl-mnop'), 'wrong-password')
    assert.equal(await connect('personne.test', 'abcd-efgh-ijkl-mnop'), 'wrong-password')
    assert.equal(await connect('branche.test', 'x', `http://${closed}`), 'service-unreachable')
    assert.equal(await connect('branche.test', 'x', 'pas une adresse'), 'bad-address')
    assert.equal(await connect('branche.test', 'x', 'http://192.168.0.1'), 'service-unreachable')
    const { password } = (await brand.agent.com.atproto.server.createAppPassword({ name: 'vigie' })).data
    const connected = await connect(' @Branche.test\u202c ', ` ${password} `)
    assert.ok(typeof connected === 'object' && connected.kind === 'connected')
    const { externalId, handle, displayName } = connected.account
    assert.deepEqual([externalId, handle, displayName], [brand.did, 'branche.test', 'Fleurs du Port'])
    assert.deepEqual(connected.secret, { service: pds, did: brand.did, password })
    await brand.agent.com.atproto.server.deactivateAccount({})
    assert.equal(await connect('branche.test', password), 'account-deactivated')
  })

  tell('knows whom a private message would reach', async ({ network }) => {
    const { addresses, settle } = network
    const desk = await openBrand(network, 'joindre.test')
    const ines = await openAccount(addresses, 'ines.test', 'Inès Bouvier')
    const declare = async (allowIncoming: string): Promise<void> => {
      const record = { $type: 'chat.bsky.actor.declaration', allowIncoming }
      const collection = 'chat.bsky.actor.declaration'
      await ines.agent.com.atproto.repo.putRecord({ repo: ines.did, collection, rkey: 'self', record })
      await settle()
    }
    await settle()
    assert.deepEqual(await desk.reachOf(ines), { canReceive: false, whyNot: 'not-mutual' })
    await declare('none')
    assert.deepEqual(await desk.reachOf(ines), { canReceive: false, whyNot: 'recipient-closed' })
    await declare('all')
    assert.deepEqual(await desk.reachOf(ines), { canReceive: true })
    await declare('following')
    assert.deepEqual(await desk.reachOf(ines), { canReceive: false, whyNot: 'not-mutual' })
    await ines.agent.follow(desk.brand.did)
    await settle()
    assert.deepEqual(await desk.reachOf(ines), { canReceive: true })
    const block = { subject: desk.brand.did, createdAt: new Date().toISOString() }
    await ines.agent.app.bsky.graph.block.create({ repo: ines.did }, block)
    await settle()
    assert.deepEqual(await desk.reachOf(ines), { canReceive: false, whyNot: 'blocked' })
  })
}
