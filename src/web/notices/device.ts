/** Why this browser cannot be told, in a code that the words know. */
export class CannotTell extends Error {
  readonly why: 'unable' | 'denied' | 'noService'
  constructor(why: CannotTell['why']) {
    super(why)
    this.name = 'CannotTell'
    this.why = why
  }
}

export const canBeTold = (): boolean =>
  window.isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

const WORKER = '/push-worker.js'

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}

/** The desk's pages take no script from a plain text: where a browser enforces it, this one address is vouched for, and no other. */
const workerAddress = (): string => {
  const { trustedTypes } = window as { trustedTypes?: Policies }
  const policy = trustedTypes?.createPolicy('vigie-push-worker', { createScriptURL: () => WORKER })
  return (policy?.createScriptURL(WORKER) ?? WORKER) as string
}

let registering: Promise<ServiceWorkerRegistration> | undefined

const register = (): Promise<ServiceWorkerRegistration> => {
  registering ??= navigator.serviceWorker.register(workerAddress()).then(
    () => navigator.serviceWorker.ready,
    () => {
      registering = undefined
      throw new CannotTell('unable')
    },
  )
  return registering
}

const base64url = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))

/** Asks this browser for an address at which the desk may tell it. */
export const subscribe = async (pushKey: string) => {
  if (!canBeTold()) throw new CannotTell('unable')
  if ((await Notification.requestPermission()) !== 'granted') throw new CannotTell('denied')
  const registration = await register()
  const options = { userVisibleOnly: true, applicationServerKey: bytesOf(pushKey) }
  const subscription = await registration.pushManager.subscribe(options).catch(() => {
    throw new CannotTell('noService')
  })
  const { endpoint } = subscription
  return {
    endpoint,
    p256dh: base64url(subscription.getKey('p256dh')),
    auth: base64url(subscription.getKey('auth')),
  }
}

/** The subscription of this browser as the desk names it; null when there is none. */
export const ownKey = async (): Promise<string | null> => {
  if (!canBeTold()) return null
  const subscription = await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription()
  if (!subscription) return null
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subscription.endpoint))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
