import assert from 'node:assert/strict'
import { type Bench, calm, KEBAB, notHere } from './bench.ts'

/** What a connector says of itself before anything is asked of it. */
export const declaring = ({ connector, test }: Bench): void => {
  const { capabilities } = connector

  test('says what it is, in both languages', async () => {
    assert.match(connector.id, KEBAB)
    const fields = connector.fields.flatMap((field) => [field.label, ...(field.hint ? [field.hint] : [])])
    for (const { fr, en } of [connector.about, connector.verified, ...fields]) {
      assert.ok(fr.trim() !== '' && en.trim() !== '', 'words are missing in one language')
    }
    assert.equal(
      new Set(connector.fields.map((field) => field.name)).size,
      connector.fields.length,
      'two fields share a name',
    )
    for (const field of connector.fields)
      assert.ok(field.kind !== 'choice' || (field.choices?.length ?? 0) > 1, field.name)
  })

  test('has the methods that its capabilities need', async (rig) => {
    const session = connector.open(rig.account, rig.tools())
    const listens = new Set(capabilities.listens)
    assert.ok(listens.size > 0, 'a connector that does not listen hears nobody')
    assert.equal(listens.has('poll') || listens.has('live'), session.poll !== undefined, 'poll')
    assert.equal(listens.has('live'), session.watch !== undefined, 'watch')
    assert.equal(listens.has('webhook'), connector.verifyHook !== undefined, 'verifyHook')
    assert.ok(capabilities.private.privateWay !== 'depends-on-person' || session.reachOf !== undefined, 'reachOf')
    assert.ok(!['look-up', 'own-id'].includes(capabilities.guarantee.kind) || session.lookUp !== undefined, 'lookUp')
    assert.equal(capabilities.hidesUnlawful === true, session.hideUnlawful !== undefined, 'hideUnlawful')
    const { firstReplyMinutes, nextReplyMinutes } = capabilities.promise
    assert.ok(firstReplyMinutes > 0 && nextReplyMinutes > 0, 'a promise is a number of minutes')
    assert.ok(!session.poll || capabilities.pollEveryMs >= 1000, 'nobody may be asked more than once a second')
    await session.close?.()
  })

  test('connects with good credentials, and names the account', async (rig) => {
    const connected = await connector.connect(rig.credentials, rig.tools(), calm())
    assert.equal(connected.kind, 'connected', JSON.stringify(connected))
    if (connected.kind !== 'connected') return
    assert.ok(connected.account.externalId !== '' && connected.account.handle !== '')
    assert.deepEqual(JSON.parse(JSON.stringify(connected.secret)), connected.secret, 'a secret is sealed as JSON')
  })

  test('refuses bad credentials with a reason, without throwing', async (rig, t) => {
    if (!rig.wrongCredentials) return notHere(t, 'any credentials are good here')
    const connected = await connector.connect(rig.wrongCredentials, rig.tools(), calm())
    assert.equal(connected.kind, 'refused')
    if (connected.kind === 'refused') assert.match(connected.reason, KEBAB)
  })

  test('says that a person is needed when the credentials are worth nothing any more', async (rig, t) => {
    if (!rig.revoke || !connector.capabilities.listens.includes('poll')) return notHere(t, 'nothing to revoke')
    await rig.revoke()
    const session = connector.open(rig.account, rig.tools())
    const polled = await session.poll?.(rig.cursor ?? null, calm())
    assert.equal(polled?.kind, 'attention', JSON.stringify(polled))
    await session.close?.()
    await rig.restore?.()
  })
}
