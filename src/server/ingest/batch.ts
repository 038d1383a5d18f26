import type { CaseState } from '#core/case/case.ts'
import type { DeskEvent } from '#core/event.ts'
import type { Activity, AttachmentSeen, Audience, AuthorProfile } from '#core/mention.ts'
import type { BusinessCalendar } from '#core/sla/calendar.ts'
import type { SlaPolicy } from '#core/sla/policy.ts'
import type { Instant } from '#core/time.ts'
import type { MessageReading } from '#core/triage/read-message.ts'
import type { JsonObject } from '#server/db/tables/column.ts'
import type { Reader } from './read-words.ts'

/** What a batch of activities does, worked out in memory between one reading of the database and one writing. */
export type Fate = 'known' | 'new' | 'changed'

export interface AccountSeen {
  id: string
  workspaceId: string
  connector: string
  externalId: string
  handle: string
  connectedAt: Instant
  policy: SlaPolicy
  calendar: BusinessCalendar
}

export interface AuthorDraft {
  fate: Fate
  /** May change when the row is written: another account of the brand may have met this person at the same moment. */
  id: string
  profile: AuthorProfile
}

export interface ConversationDraft {
  fate: Fate
  id: string
  key: string
  author: { readonly id: string }
  audience: Audience
  subject: string | null
  permalink: string | null
  firstInAt: Instant | null
  firstOutAt: Instant | null
  lastMessageAt: Instant
  added: number
}

export type KeptAttachment = Omit<AttachmentSeen, 'content'> & { fileId?: string }

export interface MessageDraft {
  fate: Fate
  id: string
  externalId: string
  conversation: ConversationDraft
  direction: 'in' | 'out'
  kind: string
  audience: Audience
  author: { readonly id: string } | null
  memberId: string | null
  deliveryId: string | null
  parentId: string | null
  permalink: string | null
  subject: string | null
  text: string
  html: string | null
  attachments: KeptAttachment[]
  around: JsonObject | null
  meta: JsonObject
  language: string | null
  sentAt: Instant
  receivedAt: Instant
  version: number
  editedAt: Instant | null
  deletedAt: Instant | null
  outsideDesk: boolean
}

export interface CaseDraft {
  fate: Fate
  id: string
  conversation: ConversationDraft
  fold: CaseState
  /** Set when the inbox must show other words. */
  excerpt: string | null
  /** The words that the inbox shows are gone: look for the newest that remain. */
  staleExcerpt: boolean
}

export interface VersionDraft {
  messageId: string
  version: number
  text: string
  html: string | null
  seenAt: Instant
}

export interface FileDraft {
  id: string
  /** Base64, as it came. */
  content: string
  sha256: string
  name: string
  mediaType: string
  size: number
}

/** Something that a person is told; `managers` are those who answer for the accounts. */
export interface Notice {
  kind: string
  to: 'managers' | { memberId: string }
  caseId: string | null
  data: JsonObject
}

export interface EarlyDraft {
  aboutKind: 'message' | 'conversation' | 'delivery'
  about: string
  activity: Activity
  receivedAt: Instant
}

/** A reply of ours that may be what the network shows. */
export interface DeliverySeen {
  id: string
  state: string
  text: string
  inReplyTo: string | null
  conversationId: string
}

export interface Batch {
  now: Instant
  newId(): string
  account: AccountSeen
  authors: Map<string, AuthorDraft>
  conversations: Map<string, ConversationDraft>
  messages: Map<string, MessageDraft>
  /** By conversation. */
  cases: Map<string, CaseDraft>
  /** Deliveries that were named by a mark, or are on their way from this account. */
  deliveries: Map<string, DeliverySeen>
  reader: Reader
  /** A language model is configured: it is asked what each message is, later. */
  asksModel: boolean
  /** What was read of the public's words, by message. */
  readings: Map<string, MessageReading>
  /** Messages of which a member has said what they are. */
  corrected: ReadonlySet<string>
  versions: VersionDraft[]
  files: FileDraft[]
  events: DeskEvent[]
  notices: Notice[]
  early: EarlyDraft[]
}
