import { Secret, TOTP } from 'otpauth'

const STEP_MS = 30_000
/** A telephone's clock may be so many steps off, either way. */
const WINDOW = 1

const makerOf = (secret: string, email = ''): TOTP =>
  new TOTP({ issuer: 'Vigie', label: email, secret: Secret.fromBase32(secret), period: STEP_MS / 1000 })

export const newCodeSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code says to the telephone. */
export const addressOf = (secret: string, email: string): string => makerOf(secret, email).toString()

/** The code that a telephone shows at a moment; for tests and for whoever carries no telephone. */
export const codeAt = (secret: string, at: number): string => makerOf(secret).generate({ timestamp: at })

/**
 * The step whose code this is, if it is later than the last that was used; null otherwise. A code that was seen over a shoulder, or on its
 * way, is worth nothing a second time.
 */
export const stepOf = (secret: string, code: string, now: number, lastStep: number): number | null => {
  const token = code.replace(/[\s-]/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = makerOf(secret).validate({ token, timestamp: now, window: WINDOW })
  const step = delta === null ? null : Math.floor(now / STEP_MS) + delta
  return step === null || step <= lastStep ? null : step
}
