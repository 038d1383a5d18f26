import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const stored = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** A password costs some sixty milliseconds of a core: two at a time, and a short queue, so that a flood of them leaves room to work. */
const ABREAST = 2
const QUEUE = 50

/** Too many passwords at once; the next attempt may do. */
export class PasswordQueueFull extends Error {}

let running = 0
const waiting: (() => void)[] = []

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (waiting.length >= QUEUE) throw new PasswordQueueFull('too many passwords are being checked')
  if (running >= ABREAST) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

const bare = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

const hashWith = (password: string, parameters: Omit<Argon2Parameters, 'message'>): Promise<Buffer> =>
  inTurn(() => derive('argon2id', { ...parameters, message: Buffer.from(password.normalize('NFC')) }))

/** argon2id, in the usual `$argon2id$…` form that carries its own cost. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16)
  const tag = await hashWith(password, { ...cost, nonce })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${bare(nonce)}$${bare(tag)}`
}

const nobody = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${bare(randomBytes(16))}$${bare(randomBytes(32))}`

/** Without an account there is a hash to compute all the same: the time taken does not tell who works here. */
export const isPassword = async (password: string, hash: string | null): Promise<boolean> => {
  const [, m, t, p, nonce, tag] = stored.exec(hash ?? nobody) ?? stored.exec(nobody) ?? []
  const expected = Buffer.from(tag ?? '', 'base64')
  const found = await hashWith(password, {
    memory: Number(m),
    passes: Number(t),
    parallelism: Number(p),
    nonce: Buffer.from(nonce ?? '', 'base64'),
    tagLength: expected.length,
  })
  return timingSafeEqual(found, expected) && hash !== null && stored.test(hash)
}
