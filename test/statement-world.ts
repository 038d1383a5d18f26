import type { Connector, Outgoing, UpAnswer } from '#connectors/connector.ts'
import { NOTHING_MATCHES } from '#core/crisis/matching.ts'
import { approveReply } from '#server/actions/approve-reply.ts'
import { declareIncident } from '#server/actions/declare-incident.ts'
import type { Publication } from '#server/actions/publish-statement.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import type { Actor } from '#server/desk.ts'
import { makeDeliverer } from '#server/jobs/deliver.ts'
import { listStatements } from '#server/queries/statements.ts'
import { readThreadMark } from '#server/queries/thread.ts'
import { testDatabase } from './database.ts'
import { testDesk } from './desk.ts'
import { fakeNetwork } from './fake-network.ts'
import { makeAccount } from './mention.ts'
import { allowed } from './waiting-reply.ts'
import { makeWorkspace, type Person } from './workspace.ts'

const ROLES = { maud: 'admin', sarah: 'manager', julien: 'validator', aicha: 'agent', tom: 'trainee' } as const

/** Says where it stands and when it says more; claims nothing. */
export const HEARD =
  'Vous êtes plusieurs à nous parler des livraisons de ce matin. Nous avons lu vos messages et nous regardons ce qui s’est passé. Aïcha'
export const MORE =
  'Point sur les livraisons de ce matin : nous n’avons pas encore trouvé la cause, nous continuons. Aïcha'
/** True once a named person holds the incident, and not before. */
export const ON_IT = 'Bonjour, votre demande est prise en charge par Aïcha, nous revenons ici.'

interface Shown {
  key: string
  text: string
  accountId: string
  own: boolean
  under: string | null
}

/** A network whose posts can be put right where they stand, and that can be asked whether one is still there. */
const editableNetwork = (shown: Shown[], stands: { answer: UpAnswer }): Connector => {
  const { connector } = fakeNetwork(undefined, 'editable')
  const send = (accountId: string) => async (outgoing: Outgoing) => {
    const { key, text, own, replaces, inReplyTo } = outgoing
    const known = shown.find((one) => one.key === key)
    if (replaces !== undefined) {
      const post = shown.find((one) => `post-${one.key}` === replaces.externalId)
      if (post !== undefined) post.text = text
    } else if (known === undefined)
      shown.push({ key, text, accountId, own: own === true, under: inReplyTo?.messageId ?? null })
    return { kind: 'sent' as const, externalId: replaces?.externalId ?? `post-${key}` }
  }
  return {
    ...connector,
    capabilities: { ...connector.capabilities, editOwn: true },
    open: ({ id }) => ({ send: send(id), lookUp: async () => ({ kind: 'absent' }), isUp: async () => stands.answer }),
  }
}

/** Fleurs du Port with two accounts that carry words to everybody: one is put right in place, the other followed; and one that carries none. */
export const statementWorld = async () => {
  const db = await testDatabase()
  const network = fakeNetwork()
  const mute = fakeNetwork(undefined, 'mute').connector
  const shown: Shown[] = []
  const stands: { answer: UpAnswer } = { answer: { kind: 'up' } }
  const desk = testDesk(db.database, [
    network.connector,
    editableNetwork(shown, stands),
    { ...mute, capabilities: { ...mute.capabilities, publicPost: false } },
  ])
  const { workspaceId, members } = await makeWorkspace(db.database)
  const followed = await makeAccount(desk, workspaceId)
  const editable = await makeAccount(desk, workspaceId, 'editable')
  const silent = await makeAccount(desk, workspaceId, 'mute')
  const worker = makeDeliverer(desk)
  const as = (person: Person): Actor => ({ workspaceId, memberId: members[person], role: ROLES[person] })
  const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(desk.db, workspaceId, work)
  return {
    ...{ db, desk, network, shown, stands, workspaceId, members, as, inside, followed, editable, silent },
    statement: (text: string, more: Partial<Publication> & { on?: readonly string[] } = {}): Publication => {
      const { on = [followed, editable], ...rest } = more
      const posts = on.map((accountId) => ({ accountId, text, deliveryId: desk.newId() }))
      return { id: desk.newId(), incidentId: null, posts, ...rest }
    },
    declare: async (by: Person = 'aicha') =>
      allowed(
        await declareIncident(desk, as(by), {
          title: 'Livraisons',
          matching: { ...NOTHING_MATCHES, words: ['livraison'] },
        }),
      ).id,
    /** Somebody reads the words and lets them go. */
    approve: async (id: string, by: Person = 'julien', more: object = {}) => {
      const row = await inside((trx) =>
        trx.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      )
      const seenMark = await inside((trx) => readThreadMark(trx, row.conversation_id))
      const seen = { wording: row.fold.wording, seenMark, accountId: row.account_id }
      return approveReply(desk, as(by), { id, ...seen, ...more })
    },
    async leave(ms = 10_000): Promise<void> {
      desk.pass(ms)
      for (let more = true; more; ) {
        more = await worker.round()
        await worker.settle()
      }
    },
    view: async (person: Person = 'sarah') => (await listStatements(desk, as(person), {})).statements,
    events: (like: string) =>
      inside(async (trx) => {
        const rows = await trx.selectFrom('events').select('name').where('name', 'like', like).orderBy('id').execute()
        return rows.map(({ name }) => name)
      }),
    [Symbol.asyncDispose]: () => db.close(),
  }
}
