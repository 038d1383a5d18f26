import { createHash, randomBytes } from 'node:crypto'

/** What a secret is good for. It is part of the hash: a token made for one use is unknown everywhere else. */
export type TokenUse = 'session' | 'set-up' | 'invite' | 'reset' | 'fact-source'

const BYTES = 32
const shape = /^[A-Za-z0-9_-]{43}$/

export const newToken = (): string => randomBytes(BYTES).toString('base64url')

/** Only this is kept: whoever reads the database can open nothing with it. Null for what cannot be a token of ours. */
export const hashToken = (use: TokenUse, token: string): Buffer | null =>
  shape.test(token) ? createHash('sha256').update(`vigie ${use}\n`).update(token).digest() : null
