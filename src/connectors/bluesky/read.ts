import type { Activity, AuthorProfile, ContextPost } from '#core/mention.ts'
import { conversationKeyOf, permalinkOf, profileUrlOf } from './addresses.ts'
import { readEmbed, readLinks } from './attachments.ts'
import { type Author, type Context, type ReceiptBody, receiptSchema } from './shapes.ts'
import { addressOf } from './target.ts'

type Post = Extract<ReceiptBody, { kind: 'post' }>
type Own = Extract<ReceiptBody, { kind: 'own' }>

const authorOf = ({ did, handle, displayName, avatar }: Author, followers: number | undefined): AuthorProfile => ({
  externalId: did,
  handle,
  displayName: displayName || handle,
  profileUrl: profileUrlOf(did),
  ...(avatar === undefined ? {} : { avatarUrl: avatar }),
  ...(followers === undefined ? {} : { followers }),
})

const contextOf = ({ uri, author, text, at }: Context, ownDid: string): ContextPost => ({
  authorName: author.displayName || author.handle,
  handle: author.handle,
  text,
  sentAt: Date.parse(at),
  permalink: permalinkOf(addressOf({ uri })),
  own: author.did === ownDid,
})

const messageOf = (post: Post, ownDid: string): Activity => {
  const { uri, cid, author, record, indexedAt, reason, embed, followers, above } = post
  const permalink = permalinkOf(addressOf(post))
  const root = record.reply?.root ?? { uri, cid }
  const { attachments, quoted } = readEmbed(embed, ownDid, permalink)
  const [language] = record.langs ?? []
  return {
    kind: 'message',
    messageId: uri,
    conversationKey: conversationKeyOf(root.uri, author.did),
    author: authorOf(author, followers),
    audience: 'public',
    form: reason,
    text: record.text,
    attachments: [...attachments, ...readLinks(record)],
    above: above.map((context) => contextOf(context, ownDid)),
    permalink,
    sentAt: Date.parse(indexedAt),
    meta: { uri, cid, root },
    ...(quoted ? { quoted } : {}),
    ...(record.reply ? { parentId: record.reply.parent.uri } : {}),
    ...(language ? { language } : {}),
  }
}

const ownOf = ({ uri, record, indexedAt, customer }: Omit<Own, 'kind'>): Activity => {
  const { reply, text } = record
  return {
    kind: 'own',
    messageId: uri,
    audience: 'public',
    text,
    permalink: permalinkOf(addressOf({ uri })),
    sentAt: Date.parse(indexedAt),
    ...(reply ? { parentId: reply.parent.uri } : {}),
    ...(reply && customer !== undefined ? { conversationKey: conversationKeyOf(reply.root.uri, customer) } : {}),
  }
}

/** One receipt into what happened. Pure; throws on what it cannot understand, which is quarantine. */
export const read = (receipt: { body?: unknown }, account: { externalId: string }): Activity[] => {
  const body = receiptSchema.parse(receipt.body)
  switch (body.kind) {
    case 'post':
      return [body.author.did === account.externalId ? ownOf(body) : messageOf(body, account.externalId)]
    case 'own':
      if (body.author.did !== account.externalId) throw new Error('a post of somebody else among the brand’s own')
      return [ownOf(body)]
    case 'edited':
      return [{ kind: 'edit', messageId: body.uri, text: body.record.text, editedAt: Date.parse(body.indexedAt) }]
    case 'deleted':
      return [{ kind: 'deletion', messageId: body.uri, deletedAt: body.noticedAt }]
  }
}
