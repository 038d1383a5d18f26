import type { Audience } from '#core/mention.ts'
import type { HookRequest, OpenAccount, Tools } from '../connector.ts'

export interface Person {
  externalId: string
  handle: string
  displayName: string
}

export interface Speech {
  by: Person
  text: string
  audience: Audience
  /** The brand's message that it answers, by the id that `send` returned. */
  answers?: string
}

/** What the network itself says about a speech: the activity must carry the same id and, to the second, the same instant. */
export interface Said {
  messageId: string
  sentAt: number
}

/** One message by the brand's account, as a stranger to the connector sees it on the network. */
export interface Held {
  externalId: string
  text: string
  audience: Audience
  parentId?: string
  subject?: string
  attachments: number
}

/** Troubles of one request. The first four leave nothing on the network; in the `done-…` ones the message is there all the same. */
export type Fault =
  | 'refused-connection'
  | 'reset-before'
  | 'too-many'
  | 'unavailable'
  | 'done-then-reset'
  | 'done-then-error'
  | 'done-then-nonsense'
  | 'done-then-hang'

/** A network, real or simulated, and the hands to move it: what a connector's test builds for the suite. */
export interface Rig {
  account: OpenAccount
  /** Where the account starts to listen, as `connect` gave it. */
  cursor?: unknown
  /** What the desk gives after a start: new objects, the same durable memory. */
  tools(): Tools
  /** What `connect` takes, and one that it must refuse. */
  credentials: Record<string, string>
  wrongCredentials?: Record<string, string>
  people: {
    /** Everything reaches this one, once they wrote. */
    customer: Person
    another: Person
    /** Private messages do not reach this one. */
    unreachable?: Person
    /** Has blocked the brand: nothing may be said to them. */
    blocking?: Person
  }
  /** The audience of an ordinary message here. */
  ordinary: Audience
  says(speech: Speech): Promise<Said>
  edits?(said: Said, text: string): Promise<void>
  deletes?(said: Said): Promise<void>
  /** The brand's account speaks, but not through the desk. */
  brandSpeaks?(text: string): Promise<{ externalId: string }>
  /** Everything by the brand's account that the network holds now. */
  holds(): Promise<Held[]>
  /** Lets the network finish what it does later by itself, so that the next poll or look-up sees it. */
  settle(): Promise<void>
  /** How many messages are certainly more than the network gives at one asking. */
  beyondOnePage: number
  faults: Fault[]
  /** The next message sent meets this fault, once; `reached` settles when the network has it in hand. */
  arm(fault: Fault): Promise<{ reached: Promise<unknown> }>
  /** The credentials are worth nothing from now on, until `restore`. */
  revoke?(): Promise<void>
  restore?(): Promise<void>
  /** Webhooks that the network has sent since the last call. */
  hooks?(): HookRequest[]
  /** The signature covers the time, so an old request must be refused. */
  hooksAge?: boolean
  close(): Promise<void>
}

export interface Missing {
  missing: string
}
