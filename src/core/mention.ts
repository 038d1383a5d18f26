/** A person on one network, as the network shows them. */
export interface AuthorProfile {
  externalId: string
  handle: string
  displayName: string
  avatarUrl?: string
  profileUrl?: string
  followers?: number
}

export type Audience = 'public' | 'private'

export interface AttachmentSeen {
  kind: 'image' | 'video' | 'audio' | 'file' | 'link'
  /** Where the network has it; fetched only through the guarded door. */
  url?: string
  /** The bytes themselves, base64, when the message carried them (mail). */
  content?: string
  name?: string
  mediaType?: string
  size?: number
  alt?: string
}

/** A post shown around the message: what it answers to or quotes. */
export interface ContextPost {
  authorName: string
  handle: string
  text: string
  sentAt?: number
  permalink?: string
  /** Said by the brand's own account. */
  own: boolean
}

/**
 * One thing that happened on a network, in the desk's words (L1). A connector reads receipts into these and nothing else reaches the
 * desk. Instants are epoch milliseconds of the network's clock: deadlines run from them (A2).
 */
export type Activity =
  | {
      kind: 'message'
      messageId: string
      /** One customer's exchange with this account: same key, same conversation. */
      conversationKey: string
      author: AuthorProfile
      audience: Audience
      form: 'mention' | 'reply' | 'quote' | 'direct' | 'mail' | 'review' | 'comment'
      text: string
      html?: string
      subject?: string
      attachments: AttachmentSeen[]
      quoted?: ContextPost
      /** The thread above, oldest first, at most ten. */
      above?: ContextPost[]
      parentId?: string
      permalink?: string
      language?: string
      sentAt: number
      /** What the connector needs to answer this message, kept with it and handed back to `send`. */
      meta?: Record<string, unknown>
      /** The sender's machine wrote it (auto-reply, list mail): shown, but owed no answer. */
      automatic?: boolean
    }
  | { kind: 'edit'; messageId: string; text: string; html?: string; editedAt: number }
  | { kind: 'deletion'; messageId: string; deletedAt: number }
  | {
      /** The brand's own account spoke. Paired with our delivery by `mark` or `messageId`; otherwise « published outside the desk ». */
      kind: 'own'
      messageId: string
      mark?: string
      conversationKey?: string
      parentId?: string
      audience: Audience
      text: string
      permalink?: string
      sentAt: number
    }
  /** A message of ours could not be delivered after all (a bounce): the customer did not get it. */
  | { kind: 'undelivered'; messageId: string; reason: string; permanent: boolean; at: number }
  | { kind: 'nothing'; why: string }
