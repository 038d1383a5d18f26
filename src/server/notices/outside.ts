/** What became of one message to one place. */
export type Handed =
  | { kind: 'taken' }
  /** The place is no more: a browser that gave its subscription back. */
  | { kind: 'gone' }
  /** `certain`: nobody has it. Else the answer was lost on the way, and it may have been taken. */
  | { kind: 'failed'; reason: string; certain: boolean; permanent: boolean }

export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  /** The same at each try, so that whoever gets it twice can tell. */
  messageId: string
  language: 'fr' | 'en'
}

export interface Subscription {
  endpoint: string
  p256dh: string
  auth: string
}

export interface Push {
  payload: string
  urgent: boolean
  /** Replaces at the push service what came with the same topic and was not delivered yet. */
  topic: string
}

/** The ways out of the desk to its own members. */
export interface Outside {
  deskUrl: string
  mail: ((mail: Mail) => Promise<Handed>) | null
  push: ((to: Subscription, push: Push) => Promise<Handed>) | null
}
