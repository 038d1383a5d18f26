import type { LookUpResult, SendingGuarantee, SendOutcome } from '#core/delivery/guarantee.ts'
import type { Activity, Audience, AuthorProfile } from '#core/mention.ts'
import type { PersonFacts, PrivateCapability } from '#core/privacy/private-way.ts'
import type { SlaPolicy } from '#core/sla/policy.ts'
import type { LengthLimit } from '#core/text/length.ts'

/** Words a connector brings along, since generic code cannot know its network. */
export interface Words {
  fr: string
  en: string
}

export interface ConnectionField {
  name: string
  label: Words
  hint?: Words
  kind: 'text' | 'secret' | 'url' | 'number' | 'email' | 'choice' | 'switch'
  required: boolean
  initial?: string
  choices?: { value: string; label: Words }[]
}

/** What a network can carry. Generic code asks these, never the network's name; the connector suite exercises each one declared. */
export interface Capabilities {
  publicReply: boolean
  /** The brand may speak without having been spoken to: a post of its own, and further posts below it (C1). */
  publicPost: boolean
  /** Where it depends on the person, `Session.reachOf` asks before anyone types (P2). */
  private: PrivateCapability
  /** The words of a post of our own can be replaced where they stand, and readers then see the new ones. */
  editOwn: boolean
  deleteOwn: boolean
  /** The network lets a brand hide others’ words under its own posts. Asked for lawful removal alone, after two people (D1). */
  hidesUnlawful?: true
  media: { most: number; maxBytes: number; types: string[] } | null
  limits: { public: LengthLimit; private: LengthLimit }
  /** Starting promise in minutes (A2); the brand's own policy replaces it. */
  promise: SlaPolicy
  guarantee: SendingGuarantee
  /** `poll` asks every `pollEveryMs`, `live` besides is woken by `Session.watch`, `webhook` is told. */
  listens: ('webhook' | 'poll' | 'live')[]
  pollEveryMs: number
  /** Mails may be answered at any time; a networked thread belongs to an audience. */
  subject: boolean
}

/** Durable memory of one account: what a connector must find again after a restart. Values are JSON. */
export interface Memory {
  get(key: string): Promise<unknown>
  put(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
  list(prefix: string): Promise<{ key: string; value: unknown }[]>
}

/** Everything a connector takes from the machine; nothing else is reached for. */
export interface Tools {
  now(): number
  random(): number
  newId(): string
  /** The one guarded way out for HTTP (no private addresses, size and time limits). */
  fetch: typeof fetch
  /** `host` or `host:port` on private addresses that may be reached all the same, for what is not HTTP; none when left out. */
  allowHosts?: readonly string[]
  memory: Memory
  log: { info(data: object, message: string): void; warn(data: object, message: string): void }
}

/** One thing handed over by the network, kept as a receipt under (account, key) before it is read. Edits and deletions get keys of their own. */
export interface ReceiptIn {
  key: string
  body: unknown
}

export interface AccountProfile {
  externalId: string
  handle: string
  displayName: string
  avatarUrl?: string
  profile?: Record<string, unknown>
}

export type Connected =
  | {
      kind: 'connected'
      account: AccountProfile
      /** Sealed by the desk (AES-256-GCM) and handed back to `open`; never logged, never sent to a browser. */
      secret: Record<string, unknown>
      settings?: Record<string, unknown>
      /** Where to start listening; left out, the first poll decides (and does not import years of history). */
      cursor?: unknown
      tokenExpiresAt?: number
      /** Shown once to the person who connects: what the other side needs. */
      reveal?: Record<string, string>
    }
  | { kind: 'refused'; reason: string; detail: string }

export interface OpenAccount {
  id: string
  externalId: string
  handle: string
  secret: Record<string, unknown>
  settings: Record<string, unknown>
}

export type Polled =
  | {
      kind: 'polled'
      receipts: ReceiptIn[]
      cursor: unknown
      /** More is waiting: ask again at once. */
      more: boolean
      /** The network could not give everything since the cursor (lookback exceeded): shown on the channel's health. */
      gap?: { since?: number; until: number; detail: string }
      nextAfterMs?: number
    }
  | { kind: 'later'; reason: string; detail: string; retryAt?: number }
  /** The account needs a person: token revoked, password changed. The desk keeps everything and says so. */
  | { kind: 'attention'; reason: string; detail: string }

export interface Outgoing {
  /** A UUID made by the desk, the same at each attempt: a connector derives from it the id or key that the network keeps apart. */
  key: string
  audience: Audience
  text: string
  subject?: string
  /** The brand speaks for itself, to everybody, and `to` is the account. With `inReplyTo`: one more post below an earlier one of ours. */
  own?: true
  /** The post of ours whose words these take the place of; only where `editOwn` is declared. */
  replaces?: MessageAsked
  to: { externalId: string; handle: string; displayName: string }
  conversationKey: string
  /** Nobody asked for it: the message says how to have no more of the kind. */
  optOut?: true
  /** Absent for a message that opens a private conversation. */
  inReplyTo?: { messageId: string; meta: Record<string, unknown>; text: string; sentAt: number; subject?: string }
  /** Our and their earlier messages' ids in the thread, oldest first (mail's References). */
  thread: string[]
  attachments: { name: string; mediaType: string; content: Uint8Array; alt?: string }[]
  /** When the first call may have been made, for look-ups « since ». */
  since: number
}

export interface HookRequest {
  headers: Record<string, string | undefined>
  raw: Uint8Array
}

export type HookVerdict =
  | { kind: 'accepted'; key: string }
  | { kind: 'refused'; status: 400 | 401 | 403; reason: string }

/** A message of the public, as the network knows it. */
export interface MessageAsked {
  externalId: string
  meta: Record<string, unknown>
}

export type UpAnswer = { kind: 'up' } | { kind: 'gone' } | { kind: 'no-answer'; detail: string }
export type HideAnswer = { kind: 'hidden' } | { kind: 'not-hidden'; reason: string }

/** One open account. Made by `Connector.open`, used by the listener and the sender, closed on stop. */
export interface Session {
  poll?(cursor: unknown, signal: AbortSignal): Promise<Polled>
  /** Calls `wake` when the network has something new; ends with the signal. A hint only: `poll` does the reading. */
  watch?(wake: () => void, signal: AbortSignal): Promise<void>
  send(outgoing: Outgoing, signal: AbortSignal): Promise<SendOutcome>
  lookUp?(outgoing: Outgoing, signal: AbortSignal): Promise<LookUpResult>
  /** Whether a private message can reach this person now, as the network answers (P2). */
  reachOf?(author: { externalId: string; handle: string }, signal: AbortSignal): Promise<PersonFacts>
  profileOf?(externalId: string, signal: AbortSignal): Promise<AuthorProfile | null>
  /** Whether everybody can still read a public message (D2). */
  isUp?(message: MessageAsked, signal: AbortSignal): Promise<UpAnswer>
  /** Lawful removal, and nothing else (D1): hides one message for a cause of the list. Idempotent. */
  hideUnlawful?(message: MessageAsked & { cause: string }, signal: AbortSignal): Promise<HideAnswer>
  close?(): Promise<void>
}

export interface Connector {
  id: string
  /** The network's proper name. */
  network: string
  about: Words
  /** What this connector was run against, said on the screen and in docs/networks. */
  verified: Words
  /** The simulated town: nothing leaves the desk. */
  practice?: boolean
  /** The network of a crisis drill: never offered, and the only one that a drill’s workspace may hold (C4). */
  drill?: true
  /**
   * Whose account it may turn out to be (G5). `network-tells`: `connect` refuses a person's own. `member-declares`: the network cannot
   * tell, so whoever connects says that it is the brand's, and that is recorded. Left out: nobody's profile is reached here.
   */
  profiles?: 'network-tells' | 'member-declares'
  capabilities: Capabilities
  fields: ConnectionField[]
  /** Tries the credentials on the network and says whose account it is. Refuses what is not an account of a brand. */
  connect(credentials: Record<string, string>, tools: Tools, signal: AbortSignal): Promise<Connected>
  open(account: OpenAccount, tools: Tools): Session
  /**
   * Names the private exchange that a delivery opens with an address that has not written (C2): under this key whoever answers comes back.
   * Left out: nobody is written to here who has not spoken first. Pure.
   */
  writeFirstTo?(address: string, key: string, account: { externalId: string }): string
  /** Checks a webhook on its raw bytes, before any parsing, in constant time; names the receipt's key. Pure but for `now`. */
  verifyHook?(request: HookRequest, account: OpenAccount, now: number): HookVerdict
  /** Pure: one receipt's body (or the webhook's raw bytes) into what happened. Throws on what it cannot understand: that is quarantine. */
  read(receipt: { body?: unknown; raw?: Uint8Array }, account: { externalId: string; handle: string }): Activity[]
}
