import { randomUUID } from 'node:crypto'
import { webhook } from '#connectors/webhook/index.ts'
import { type Client, createClient } from '#contract/client.ts'
import { contract, type DeskContract } from '#contract/index.ts'
import { starterCharter } from '#core/charter/starter.ts'
import { approveCharter } from '#server/actions/approve-charter.ts'
import { connectChannel } from '#server/actions/connect-channel.ts'
import { editCharter } from '#server/actions/edit-charter.ts'
import { releaseSpeech } from '#server/actions/release-speech.ts'
import { removeMember } from '#server/actions/remove-member.ts'
import { startCharter } from '#server/actions/start-charter.ts'
import { stopSpeech } from '#server/actions/stop-speech.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { type Actor, isRefused } from '#server/desk.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { readCharter } from '#server/queries/charter.ts'
import { testDatabase } from '../../database.ts'
import { makeAccount } from '../../mention.ts'
import { openTestSite, type TestSite } from '../../site.ts'
import { makeWorkspace, type Person } from '../../workspace.ts'
import { openNetworks } from './networks.ts'
import { ADDRESS, charters, type Place } from './words.ts'

export const ROLES = { maud: 'admin', sarah: 'manager', julien: 'validator', aicha: 'agent', tom: 'trainee' } as const
export const PEOPLE: readonly Person[] = ['maud', 'sarah', 'julien', 'aicha', 'tom']

/** A verb's answer, or the test is about something else than it says. */
export const must = <T>(answer: T): Exclude<T, { refused: string }> => {
  if (isRefused(answer)) throw new Error(`refused where it must not be: ${JSON.stringify(answer)}`)
  return answer as Exclude<T, { refused: string }>
}

const openBrand = async (site: TestSite, name: string, replyUrl: string) => {
  const { desk } = site
  const { workspaceId, members } = await makeWorkspace(desk.db, name)
  const as = (person: Person): Actor => ({ workspaceId, memberId: members[person], role: ROLES[person] })
  const credentials = { name, replyUrl }
  const hook = must(await connectChannel(desk, as('maud'), { connector: 'webhook', credentials, brandAccount: true }))
  const accounts: Record<Place, string> = {
    plain: await makeAccount(desk, workspaceId),
    watched: await makeAccount(desk, workspaceId),
    unspoken: await makeAccount(desk, workspaceId, 'unspoken'),
    hook: hook.id,
  }
  await inWorkspace(desk.db, workspaceId, (trx) =>
    trx
      .updateTable('channel_accounts')
      .set({ handle: 'conseils.fleursduport' })
      .where('id', '=', accounts.watched)
      .execute(),
  )
  const clients = new Map<Person, Client<DeskContract>>()
  for (const person of PEOPLE) {
    const cookie = await site.cookieOf(members[person])
    clients.set(person, clientOf(site, workspaceId, cookie))
  }
  const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(desk.db, workspaceId, work)
  return { workspaceId, members, accounts, clients, as, inside }
}

export type Brand = Awaited<ReturnType<typeof openBrand>>

/** The desk's own client, as a page would use it. */
export const clientOf = (site: TestSite, workspaceId: string, cookie: string | undefined): Client<DeskContract> =>
  createClient<DeskContract>(
    contract,
    () => workspaceId,
    async (url, init = {}) => {
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
      const method = (init.method ?? 'GET') as 'GET'
      const answer = await site.ask({ method, url: String(url), cookie, ...(body !== undefined && { body }) })
      return new Response(answer.body, { status: answer.statusCode })
    },
  )

/** Those by whom nothing may leave: removed and deactivated since they signed in, of another brand, without a second factor, unknown. */
const openBarred = async (site: TestSite, brand: Brand, unproved: Brand) => {
  const { app } = site.desk.db
  const clients = new Map<string, Client<DeskContract>>()
  for (const name of ['removed', 'disabled'] as const) {
    const id = randomUUID()
    const at = new Date(site.desk.now())
    await app
      .insertInto('members')
      .values({ id, name, email: `${name}@fleurs-du-port.test`, created_at: at })
      .execute()
    const membership = { workspace_id: brand.workspaceId, member_id: id, role: 'admin' as const, created_at: at }
    await app.insertInto('memberships').values(membership).execute()
    clients.set(name, clientOf(site, brand.workspaceId, await site.cookieOf(id)))
    if (name === 'disabled') await app.updateTable('members').set({ disabled_at: at }).where('id', '=', id).execute()
    else must(await removeMember(site.desk, brand.as('maud'), { id }))
  }
  const foreign = await site.cookieOf(unproved.members.maud)
  clients.set('outside', clientOf(site, brand.workspaceId, foreign))
  clients.set('unproved', clientOf(site, unproved.workspaceId, foreign))
  const nobody = clientOf(site, brand.workspaceId, undefined)
  return (who: string) => clients.get(who) ?? nobody
}

/** Fleurs du Port at work, and a second brand that asks everyone for a second factor, which nobody there has. */
export const openWorld = async () => {
  const db = await testDatabase()
  const outside = await openNetworks()
  const site = await openTestSite(db.database, { connectors: [...outside.connectors, webhook] })
  const { desk } = site
  Object.assign(desk, { allowHosts: [outside.source.host] })
  const replyUrl = `http://${outside.source.host}/replies`
  const brand = await openBrand(site, 'Fleurs du Port', replyUrl)
  const unproved = await openBrand(site, 'Voiles de Nantes', replyUrl)
  await db.database.app
    .updateTable('workspaces')
    .set({ private_ways: JSON.stringify([{ kind: 'email', value: ADDRESS }]) })
    .execute()
  await db.database.app
    .updateTable('workspaces')
    .set({ second_factor: 'always' })
    .where('id', '=', unproved.workspaceId)
    .execute()
  const networks = ['fake', 'unspoken', 'webhook'].map((connector) => ({
    ...{
      connector,
      expectedPerWeek: 100,
      firstReplyMinutes: 240,
      nextReplyMinutes: 240,
      calendar: 'business' as const,
    },
  }))
  const known = { name: 'Fleurs du Port', week: [], networks, ownHosts: [], otherBrands: [] }
  const wanted = charters(starterCharter('fr', known), brand.accounts.watched)
  must(await startCharter(desk, brand.as('sarah'), { language: 'fr' }))
  let inForce: keyof typeof wanted | null = null
  const barred = await openBarred(site, brand, unproved)
  const worker = makeDeliverer(desk)
  return {
    site,
    desk,
    brand,
    unproved,
    outside,
    barred,
    /** Both sides sign this charter, where it is not in force already. */
    async sign(which: keyof typeof wanted): Promise<void> {
      if (inForce === which) return
      const sarah = brand.as('sarah')
      const seen = async () => {
        const { draft, inForce: signed } = await readCharter(desk, sarah)
        const { number = 0, revision = 0 } = draft ?? signed ?? {}
        return { number, revision }
      }
      must(await editCharter(desk, sarah, { ...(await seen()), charter: wanted[which] }))
      must(await approveCharter(desk, sarah, { ...(await seen()), side: 'brand' }))
      must(await approveCharter(desk, brand.as('aicha'), { ...(await seen()), side: 'agency' }))
      inForce = which
    },
    /** Tom stops every word, and the manager releases them afterwards. */
    async silence(meanwhile: () => Promise<void>): Promise<void> {
      const before = outside.posts.length
      must(await stopSpeech(desk, brand.as('tom')))
      await meanwhile()
      if (outside.posts.length > before) throw new Error('something left a brand that keeps silent')
      must(await releaseSpeech(desk, brand.as('sarah')))
    },
    async signInAgain(person: Person): Promise<void> {
      brand.clients.set(person, clientOf(site, brand.workspaceId, await site.cookieOf(brand.members[person])))
    },
    /** Time goes by, and whatever may leave has left. */
    async leave(ms = 10_000): Promise<void> {
      desk.pass(ms)
      for (let more = true; more; ) {
        more = await worker.round()
        await worker.settle()
      }
    },
    async close(): Promise<void> {
      await site[Symbol.asyncDispose]()
      await outside.source.close()
      await db.close()
    },
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>
