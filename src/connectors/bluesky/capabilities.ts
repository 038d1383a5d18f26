import type { Capabilities } from '../connector.ts'

/** An image may weigh two megabytes and a post carry four, as the post's lexicon says. */
export const MEDIA = { most: 4, maxBytes: 2_000_000, types: ['image/jpeg', 'image/png', 'image/webp'] }

/** Both limits hold: three hundred family emoji are three hundred characters to a reader and 7,500 bytes to the network. */
export const PUBLIC_LIMIT = { graphemes: 300, bytes: 3000 }

export const capabilities: Capabilities = {
  publicReply: true,
  publicPost: true,
  // The network has private messages, but they carry no id of ours and no server of theirs can be run to be tried on.
  private: { privateWay: 'none' },
  editOwn: false,
  deleteOwn: false,
  media: MEDIA,
  limits: { public: PUBLIC_LIMIT, private: { graphemes: 1000, bytes: 10_000 } },
  promise: { firstReplyMinutes: 120, nextReplyMinutes: 120, calendar: 'business' },
  guarantee: { kind: 'own-id' },
  listens: ['poll'],
  pollEveryMs: 10_000,
  subject: false,
}
