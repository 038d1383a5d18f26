import type { Connector } from '#connectors/connector.ts'
import type { Activity, AuthorProfile } from '#core/mention.ts'
import { readReceipts } from '#server/actions/read-receipts.ts'
import type { Row, Schema } from '#server/db/schema.ts'
import { inWorkspace } from '#server/db/transaction.ts'
import { testDatabase } from './database.ts'
import { type TestDesk, testDesk } from './desk.ts'
import { fakeNetwork } from './fake-network.ts'
import { makeAccount } from './mention.ts'
import { makeWorkspace, type Person } from './workspace.ts'

type MessageSeen = Extract<Activity, { kind: 'message' }>

const person = (handle: string, displayName: string): AuthorProfile => ({
  externalId: `id-${handle}`,
  handle,
  displayName,
})

export const people = {
  camille: person('camilleroux', 'Camille Roux'),
  noe: person('noefaure', 'Noé Faure'),
  lucas: person('lucaspetit', 'Lucas Petit'),
  ines: person('inesbouvier', 'Inès Bouvier'),
}

/** A network whose receipts are the activities themselves; a receipt that is no list cannot be read. */
export const plainConnector = (over: Partial<Connector> = {}): Connector => ({
  ...fakeNetwork().connector,
  read: ({ body, raw }) => {
    const said: unknown = raw === undefined ? body : JSON.parse(Buffer.from(raw).toString('utf8'))
    if (!Array.isArray(said)) throw new TypeError('not a list of activities')
    return said as Activity[]
  },
  ...over,
})

export interface Listening extends AsyncDisposable {
  desk: TestDesk
  workspaceId: string
  accountId: string
  members: Record<Person, string>
  /** What someone says, at the desk's present moment unless told otherwise. */
  says(author: AuthorProfile, messageId: string, text: string, over?: Partial<MessageSeen>): MessageSeen
  /** The network hands something over; nothing is read yet. */
  hand(body: unknown, over?: { key?: string; raw?: Buffer; receivedAt?: number; accountId?: string }): Promise<void>
  read(): Promise<void>
  /** All rows of a table in this workspace. */
  rows<T extends keyof Schema>(table: T): Promise<Row<T>[]>
  events(): Promise<string[]>
}

/** Fleurs du Port listens on one account of a test network. */
export const listening = async (connectors: Connector[] = [plainConnector()]): Promise<Listening> => {
  const db = await testDatabase()
  const desk = testDesk(db.database, connectors)
  const { workspaceId, members } = await makeWorkspace(db.database)
  const accountId = await makeAccount(desk, workspaceId)
  let count = 0
  const rows = <T extends keyof Schema>(table: T): Promise<Row<T>[]> =>
    inWorkspace(desk.db, workspaceId, async (trx) => (await trx.selectFrom(table).selectAll().execute()) as Row<T>[])
  return {
    desk,
    workspaceId,
    accountId,
    members,
    says: (author, messageId, text, over = {}) => ({
      kind: 'message',
      messageId,
      conversationKey: `thread-of-${author.handle}`,
      author,
      audience: 'public',
      form: 'mention',
      text,
      attachments: [],
      sentAt: desk.now(),
      ...over,
    }),
    hand: async (body, over = {}) => {
      count += 1
      const { key = `receipt-${count}`, raw, receivedAt = desk.now(), accountId: to = accountId } = over
      await inWorkspace(desk.db, workspaceId, (trx) =>
        trx
          .insertInto('receipts')
          .values({
            ...{ workspace_id: workspaceId, account_id: to, external_id: key, received_at: new Date(receivedAt) },
            ...(raw === undefined
              ? { source: 'poll' as const, body: JSON.stringify(body) }
              : { source: 'webhook' as const, raw }),
          })
          .execute(),
      )
    },
    read: async () => {
      while (await readReceipts(desk));
    },
    rows,
    events: async () => (await rows('events')).toSorted((a, b) => Number(a.id) - Number(b.id)).map((e) => e.name),
    [Symbol.asyncDispose]: () => db.close(),
  }
}
