import type { Audience } from '#core/mention.ts'
import type { Instant } from '#core/time.ts'

export const ACT_KINDS = [
  'reply',
  'statement',
  'take',
  'ask',
  'contact',
  'cell',
  'pause',
  'hide',
  'submit',
  'decide',
  'stopped',
] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** What the desk does, in drill time: the caller makes it of deliveries, questions, approvals and the cell's own verbs. */
export type Act = {
  /** The caller's own, unique: an act that was taken in already is not taken in again. */
  readonly id: string
  readonly at: Instant
  /** The member; null: the desk itself (a holding answer). */
  readonly by: string | null
} & (
  | {
      readonly kind: 'reply'
      /** A person of the scenario, or of the crowd: `author.externalId` of their message. */
      readonly to: string
      /** The message that it answers, where there is one. A call is answered by a private word without. */
      readonly messageId?: string
      readonly audience: Audience
      readonly text: string
      /** Who agreed to it before it went out (V1). */
      readonly approvedBy?: string
      /** Says only that the message was read, while the answer waits for its reader (V2). */
      readonly holding?: boolean
    }
  /** The brand speaks to everybody; `updates` names the statement that these words replace. */
  | {
      readonly kind: 'statement'
      readonly text: string
      readonly approvedBy?: string
      readonly updates?: string
    }
  /** Somebody takes charge: of one person's affair, or of the whole incident (C1 with G4). */
  | { readonly kind: 'take'; readonly person: string | null }
  /** A question to a department (T3), about one person or about everything. */
  | { readonly kind: 'ask'; readonly department: string; readonly person: string | null; readonly text: string }
  /** People are told before they write (C2). */
  | { readonly kind: 'contact'; readonly people: readonly string[]; readonly text: string }
  /** The cell is opened (C4). */
  | { readonly kind: 'cell' }
  /** What is scheduled is held in. */
  | { readonly kind: 'pause' }
  /** A message of the public was hidden by the desk itself (D1). */
  | {
      readonly kind: 'hide'
      readonly messageId: string
      readonly person: string | null
      /** Of the list of what the law forbids. */
      readonly cause: string
      readonly text: string
    }
  /** A draft is given to a reader, and comes back (V1, V2). `draft` is the caller's own id; `person` is who waits for it. */
  | { readonly kind: 'submit'; readonly draft: string; readonly person: string | null }
  | { readonly kind: 'decide'; readonly draft: string; readonly agreed: boolean }
  /** The guard kept words in: nobody heard them. */
  | {
      readonly kind: 'stopped'
      readonly codes: readonly string[]
      readonly text: string
      readonly person: string | null
    }
)
