import type { Activity, Audience } from '#core/mention.ts'
import type { Instant } from '#core/time.ts'

/**
 * What passes between the story and the simulated account, in the account's memory: posts one way, and what the brand did the other. The
 * loop that steps the story writes the posts; a send only drops an entry, under its key (C4).
 */

/** What the brand did on the account, on its way to the story. Instants are the desk's. */
export type Entry = { readonly key: string; readonly at: Instant } & (
  | {
      readonly kind: 'answer'
      readonly audience: Audience
      readonly text: string
      readonly to: string
      readonly conversation: string
      readonly parentId?: string
    }
  /** The brand speaks to everybody; `replaces` is the post of its own whose words these take the place of. */
  | {
      readonly kind: 'statement'
      readonly text: string
      readonly parentId?: string
      readonly replaces?: string
    }
  | { readonly kind: 'hidden'; readonly messageId: string; readonly cause: string }
)

/** What a stranger would read on the simulated network. */
export type Post = Extract<Activity, { kind: 'message' | 'edit' | 'deletion' | 'own' }>

/** Why a private message does not reach somebody. */
export type ShutDoor = 'closed' | 'not-mutual' | 'blocked'

export const ENTRIES = 'in/'
export const LAST_POST = 'posted'

export const entryKey = (key: string): string => `${ENTRIES}${key}`
/** Where an entry stays once the story has heard it. */
export const heardKey = (key: string): string => `heard/${key}`
export const postKey = (seq: number): string => `post/${String(seq).padStart(9, '0')}`
export const doorKey = (personId: string): string => `door/${personId}`
export const goneKey = (messageId: string): string => `gone/${messageId}`
export const hiddenKey = (messageId: string): string => `hidden/${messageId}`
export const ownId = (key: string): string => `own-${key}`
