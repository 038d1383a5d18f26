import { z } from 'zod'
import type { Connector } from '../connector.ts'

const Note = z.strictObject({
  id: z.string().min(1).max(100),
  by: z.string().min(1).max(100),
  text: z.string().max(5_000),
  at: z.int().min(0).max(8.64e15),
})
const Page = z.object({ notes: z.array(z.looseObject({ id: z.string().min(1).max(100) })).max(100), more: z.boolean() })

/** A board that can be read and not answered: the smallest whole connector. */
export const bulletin: Connector = {
  id: 'bulletin',
  network: 'Bulletin board',
  about: { fr: 'Le panneau du quartier, à lire.', en: 'The neighbourhood board, to read.' },
  verified: { fr: 'Essayé avec un panneau local.', en: 'Tried with a local board.' },
  capabilities: {
    publicReply: false,
    publicPost: false,
    private: { privateWay: 'none' },
    editOwn: false,
    deleteOwn: false,
    media: null,
    limits: { public: {}, private: {} },
    promise: { firstReplyMinutes: 240, nextReplyMinutes: 240, calendar: 'business' },
    guarantee: { kind: 'none' },
    listens: ['poll'],
    pollEveryMs: 60_000,
    subject: false,
  },
  fields: [{ name: 'url', label: { fr: 'Adresse', en: 'Address' }, kind: 'url', required: true }],
  async connect({ url = '' }) {
    if (!URL.canParse(url)) return { kind: 'refused', reason: 'bad-url', detail: 'this is not a web address' }
    const { host } = new URL(url)
    const account = { externalId: host, handle: host, displayName: host }
    return { kind: 'connected', account, secret: {}, settings: { url } }
  },
  open: ({ settings }, tools) => ({
    async poll(cursor, signal) {
      const since = typeof cursor === 'string' ? cursor : ''
      const response = await tools.fetch(`${String(settings.url)}?since=${encodeURIComponent(since)}`, { signal })
      if (!response.ok) return { kind: 'later', reason: 'board-in-trouble', detail: `it answered ${response.status}` }
      const { notes, more } = Page.parse(await response.json())
      const receipts = notes.map((body) => ({ key: body.id, body }))
      return { kind: 'polled', receipts, cursor: notes.at(-1)?.id ?? since, more }
    },
    async send() {
      return { kind: 'refused', reason: 'listen-only', detail: 'the board takes no answers', permanent: true }
    },
  }),
  read({ body }) {
    const { id, by, text, at } = Note.parse(body)
    const author = { externalId: by, handle: by, displayName: by }
    const place = { messageId: id, conversationKey: id, audience: 'public', form: 'comment' } as const
    return [{ kind: 'message', ...place, author, text, attachments: [], sentAt: at }]
  },
}
