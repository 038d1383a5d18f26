import type { Situation } from '#core/crowd/situation.ts'
import type { Audience, ContextPost } from '#core/mention.ts'
import type { Kind, Topic, Trade } from './opening.ts'

/** One thing that the practice network shows, in the order in which it became visible. */
export type Post =
  | {
      kind: 'message'
      id: string
      conversation: string
      by: string
      audience: Audience
      form: 'mention' | 'reply' | 'direct'
      text: string
      at: number
      parentId?: string
      above: ContextPost[]
    }
  | { kind: 'edit'; id: string; text: string; at: number }
  | { kind: 'deletion'; id: string; at: number }
  | {
      kind: 'own'
      id: string
      text: string
      audience: Audience
      at: number
      mark?: string
      conversation?: string
      parentId?: string
    }

/** One person's exchange with the brand, as that person remembers it. */
export interface Thread {
  key: string
  number: number
  person: string
  audience: Audience
  kind: Kind
  topic: Topic
  answers: number
  /** They have said something and hear nothing; `times` counts how often they have asked again. */
  waiting: { since: number; times: number } | null
  /** Their last message, which a next one follows and an edit changes. */
  last: { id: string; at: number; text: string }
  /** The brand's last answer. */
  answer?: string
  /** The public exchange that went on in this private one. */
  from?: string
  above: ContextPost[]
}

/** Something that somebody is about to do. */
export interface Plan {
  at: number
  thread: string
  /** The answer that moved them to it, if one did. */
  because?: string
  does:
    | { kind: 'say'; situation: Situation; next: 'waits' | 'settled' | 'moved' }
    | { kind: 'open-private'; situation: Situation }
    | { kind: 'join'; person: string }
    /** Writes below a statement of the brand. */
    | { kind: 'comment'; situation: Situation; under: string; text: string }
    | { kind: 'edit' | 'delete'; message: string; text: string }
}

export const VERSION = 1

/** All that the town must find again after the power was cut; it is small, and written in one piece. */
export interface Town {
  /** Of this shape; a town of another is not woken up again. */
  version: typeof VERSION
  id: string
  seed: string
  startedAt: number
  /** Everything up to here has happened. */
  tickedAt: number
  /** Posts shown so far. */
  seq: number
  /** Threads and openings begun so far. */
  begun: number
  morningCame: boolean
  nextOpeningAt: number
  /** Openings used since the list was last shuffled. */
  used: string[]
  threads: Record<string, Thread>
  plans: Plan[]
  /** What the brand wrote lately, and to whom: people notice a copy. */
  told: { to: string; text: string }[]
  /** Entries already taken in, in case the power is cut before they are put away. */
  taken: string[]
}

export type Pace = 'paused' | 'calm' | 'lively' | 'storm'

/** What does not change by itself: whose town it is, and how fast it lives. */
export interface World {
  brand: string
  at: string
  trade: Trade
  pace: Pace
  /** Multiplies every delay. */
  scale: number
}

/** What reaches the town from outside: the brand's answers, and words put in people's mouths. */
export type Entry = { id: string; at: number } & (
  | {
      kind: 'answer'
      mark?: string
      text: string
      audience: Audience
      to: string
      conversation: string
      parentId?: string
      attachments: string[]
    }
  /** The brand speaks to everybody: a post of its own, or other words in the place of one. */
  | { kind: 'statement'; mark: string; text: string; attachments: string[]; parentId?: string }
  | { kind: 'restatement'; mark: string; messageId: string; text: string }
  | { kind: 'speech'; by: string; text: string; audience: Audience; answers?: string }
  | { kind: 'edit'; messageId: string; text: string }
  | { kind: 'deletion'; messageId: string }
)

export const newTown = (id: string, seed: string, now: number): Town => ({
  version: VERSION,
  id,
  seed,
  startedAt: now,
  tickedAt: now,
  seq: 0,
  begun: 0,
  morningCame: false,
  nextOpeningAt: 0,
  used: [],
  threads: {},
  plans: [],
  told: [],
  taken: [],
})

/** Another town under the same account never speaks in the threads of this one. */
export const publicKey = (town: string, person: string, number: number): string => `public/${person}/${town}-${number}`
export const privateKey = (person: string): string => `private/${person}`
