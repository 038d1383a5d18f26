import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import pg from 'pg'
import { durableDatabase } from '../durable.ts'
import { freePort, makeSource, startRealDesk } from '../real-desk.ts'
import { type SignedHook, signHook } from '../signed-hooks.ts'
import { type Measure, median, quantile, rateOf } from './measure.ts'

const CLIENTS = 8
/** A desk that has run for a while has compiled what it runs often; so has this one, before it counts. */
const WARM_UPS = 6
/** Short turns, many of them: what else the machine does meanwhile falls on both sides alike. */
const ROUNDS = 15
const EACH = 800

/** A request as bytes, made before the clock starts. */
const bytesOf = (path: string, { headers, body }: SignedHook): Buffer => {
  const lines = Object.entries({ ...headers, host: 'desk', 'content-length': Buffer.byteLength(body) })
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`,
  )
}

/** A client that costs next to nothing, since it shares the machine with what is measured: one socket, one request at a time. */
const openClient = async (port: number) => {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let answered: (text: string) => void = () => {}
  let text = ''
  socket.on('data', (part) => {
    text += part.toString('latin1')
    const end = text.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0)
    if (text.length < end + 4 + length) return
    const whole = text
    text = ''
    answered(whole)
  })
  return {
    post: (bytes: Buffer): Promise<void> =>
      new Promise((resolve, reject) => {
        answered = (answer) => (answer.startsWith('HTTP/1.1 200') ? resolve() : reject(new Error(answer)))
        socket.write(bytes)
      }),
    end: () => socket.destroy(),
  }
}

/** The same row by PostgreSQL alone: eight connections, each with the statement prepared, each insert committed by itself. */
const rawInserter = async (url: string, workspaceId: string, accountId: string) => {
  const clients = Array.from({ length: CLIENTS }, () => new pg.Client({ connectionString: url }))
  const idle: pg.Client[] = []
  for (const client of clients) {
    await client.connect()
    await client.query("set app.maintenance = 'on'")
    idle.push(client)
  }
  const insert = {
    name: 'raw',
    text: `insert into receipts (workspace_id, account_id, external_id, source, raw, received_at) values ($1, $2, $3, 'webhook', $4, $5)`,
  }
  return {
    one: async ({ id, body }: SignedHook): Promise<void> => {
      const client = idle.pop()
      if (client === undefined) throw new Error('more at once than connections')
      await client.query({ ...insert, values: [workspaceId, accountId, id, Buffer.from(body), new Date()] })
      idle.push(client)
    },
    end: () => Promise.all(clients.map((client) => client.end())),
  }
}

/** Signed webhook, committed, 200: against the rate at which PostgreSQL itself durably inserts the same rows, turn by turn. */
export async function* run(): AsyncGenerator<Measure> {
  await using durable = await durableDatabase()
  const { secret, workspaceId, accountId } = await makeSource(durable)
  // Serving alone: what reads the receipts afterwards is measured by the bench of the ingest.
  const desk = await startRealDesk(durable, { port: await freePort(), mode: 'web' })
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => openClient(Number(new URL(desk.url).port))))
  const idle = [...clients]
  const raw = await rawInserter(durable.url, workspaceId, accountId)
  const path = `/hooks/${accountId}`
  let number = 0
  const sign = (): SignedHook[] => Array.from({ length: EACH }, () => signHook(secret, number++))
  const rates = { hooks: [] as number[], raw: [] as number[] }
  const waits: number[] = []
  const round = async (counts: boolean): Promise<void> => {
    const handed = sign().map((hook) => bytesOf(path, hook))
    const inserted = sign()
    const hooks = await rateOf(EACH, CLIENTS, async (place) => {
      const began = performance.now()
      const [client, hook] = [idle.pop(), handed[place]]
      if (client === undefined || hook === undefined) throw new Error('more at once than clients')
      await client.post(hook)
      idle.push(client)
      waits.push(performance.now() - began)
    })
    const rows = await rateOf(EACH, CLIENTS, async (place) => {
      const hook = inserted[place]
      if (hook !== undefined) await raw.one(hook)
    })
    if (!counts) return
    rates.hooks.push(hooks)
    rates.raw.push(rows)
  }
  try {
    for (let i = 0; i < WARM_UPS; i++) await round(false)
    waits.length = 0
    for (let i = 0; i < ROUNDS; i++) await round(true)
  } finally {
    for (const client of clients) client.end()
    await raw.end()
    await desk.stop()
  }
  const [value, reference] = [median(rates.hooks), median(rates.raw)]
  const ratio = median(rates.hooks.map((rate, place) => rate / (rates.raw[place] ?? rate)))
  yield { name: 'hooks: signed webhook, committed, 200', value, unit: 'a second', reference, ratio, least: 0.35 }
  yield { name: 'hooks: wait for the 200, half of them', value: median(waits), unit: 'ms' }
  yield { name: 'hooks: wait for the 200, 99 of 100', value: quantile(waits, 0.99), unit: 'ms' }
}
