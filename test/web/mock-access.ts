import { people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const DAY = 24 * 3_600_000
const now = () => Date.now()
const done = { done: true as const }
const recoveryCodes = Array.from({ length: 10 }, (_, i) => `abcd-efgh-jkmn-pq${String(i).padStart(2, '2')}`)

/** What the mock desk says of a member's second factors: codes on a telephone, one passkey, eight recovery codes left. */
export const accessAnswers = (session: MockAnswers['signIn']) =>
  ({
    startPasskeySignIn: () => ({ options: { challenge: 'AAAA', rpId: 'localhost' } }),
    signInWithPasskey: () => session({ email: '', password: '' }),
    readSecondFactor: () => ({
      codesSince: null,
      passkeys: [{ id: 'clef', name: 'Téléphone d’Aïcha', createdAt: now() - 30 * DAY, usedAt: now() - DAY }],
      recoveryLeft: 8,
    }),
    startCodes: () => ({
      secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      address: 'otpauth://totp/Vigie:aicha?issuer=Vigie&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    }),
    confirmCodes: () => ({ recoveryCodes }),
    removeCodes: () => done,
    renewRecoveryCodes: () => ({ recoveryCodes }),
    startPasskey: () => ({ options: { challenge: 'AAAA' } }),
    addPasskey: () => ({ recoveryCodes: null }),
    removePasskey: () => done,
    readSecondFactorPolicy: () => ({ policy: 'when-real', asked: true, without: [people.julien] }),
    changeSecondFactorPolicy: () => done,
    offerReset: () => ({ url: 'https://desk.example/reset#abcdef', expiresAt: now() + DAY }),
    acceptReset: () => done,
  }) satisfies Partial<MockAnswers>
