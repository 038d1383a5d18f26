import type { Capabilities } from '../connector.ts'

const IMAGES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']
const DOCUMENTS = [
  'application/pdf',
  'text/plain',
  'text/csv',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

export const MEDIA = { most: 10, maxBytes: 10_000_000, types: [...IMAGES, ...DOCUMENTS] }
/** All files of one mail together: many servers take no more than twenty-five megabytes, and base64 adds a third. */
export const MOST_BYTES = 18_000_000

const LIMIT = { characters: 100_000 }
const DAY_MINUTES = 24 * 60

/** How long the copy of an accepted mail may take to be back in our own mailbox; the desk looks twice, so twice as long in all. */
const COPY_SETTLES_MS = 60_000

export const capabilities: Capabilities = {
  publicReply: false,
  publicPost: false,
  private: { privateWay: 'always', how: 'same-thread' },
  editOwn: false,
  deleteOwn: false,
  media: MEDIA,
  limits: { public: LIMIT, private: LIMIT },
  promise: { firstReplyMinutes: DAY_MINUTES, nextReplyMinutes: DAY_MINUTES, calendar: 'business' },
  // SMTP has no question « did you take it? »: each mail goes to our own mailbox as well, in the same transaction, and is looked up there.
  guarantee: { kind: 'look-up', settleMs: COPY_SETTLES_MS },
  listens: ['poll', 'live'],
  pollEveryMs: 60_000,
  subject: true,
}
