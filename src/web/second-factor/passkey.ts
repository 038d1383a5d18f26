import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { api } from '../api.ts'

export const canUsePasskeys = (): boolean => typeof window.PublicKeyCredential === 'function'

/** What a browser says when the person went back, or held no key: that is no fault to shout about. */
export class PasskeyDeclined extends Error {}

const decline = (): never => {
  throw new PasskeyDeclined('the passkey was not given')
}

/** Opens a session by a passkey; the library comes with the first use. */
export const signInByPasskey = async () => {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const { options } = await api.startPasskeySignIn()
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON
  const response = await startAuthentication({ optionsJSON }).catch(decline)
  return api.signInWithPasskey({ response: { ...response } })
}

export const makePasskey = async (name: string) => {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const { options } = await api.startPasskey()
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON
  const response = await startRegistration({ optionsJSON }).catch(decline)
  return api.addPasskey({ name, response: { ...response } })
}
