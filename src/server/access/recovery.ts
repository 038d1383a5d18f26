import { createHash, randomInt } from 'node:crypto'

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const CODES = 10
const GROUPS = 4

const newCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join(''),
  ).join('-')

/** Ten words of some eighty bits for the day on which the telephone is lost; each opens once. */
export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, newCode)

/** Only this is kept. Null for what cannot be one of ours. */
export const hashRecoveryCode = (code: string): Buffer | null => {
  const bare = code.toLowerCase().replace(/[^a-z0-9]/g, '')
  return bare.length === GROUPS * 4 ? createHash('sha256').update(`vigie recovery\n${bare}`).digest() : null
}
