import { z } from 'zod'
import type { AttachmentSeen, ContextPost } from '#core/mention.ts'
import { permalinkOf } from './addresses.ts'
import { authorSchema, type PostRecord, postUriSchema, recordSchema, webAddress } from './shapes.ts'
import { addressOf } from './target.ts'

const alt = z.string().max(20_000).optional()
const images = z.object({ images: z.array(z.object({ fullsize: webAddress, alt })).max(20) })
const gallery = z.object({ items: z.array(z.object({ fullsize: webAddress, alt })).max(50) })
const video = z.object({ playlist: webAddress, alt })
const external = z.object({ external: z.object({ uri: webAddress, title: z.string().max(5000) }) })
const quoting = z.object({ record: z.unknown().optional() })
const withMedia = z.object({ record: quoting, media: z.unknown().optional() })
const quoted = z.object({
  uri: postUriSchema,
  author: authorSchema,
  value: recordSchema,
  indexedAt: z.string().max(64),
})
const typed = z.object({ $type: z.string().max(300) })

export interface Shown {
  attachments: AttachmentSeen[]
  quoted?: ContextPost
}

const imagesOf = (list: { fullsize: string; alt?: string | undefined }[]): AttachmentSeen[] =>
  list.map(({ fullsize, alt }) => ({ kind: 'image', url: fullsize, ...(alt ? { alt } : {}) }))

const readQuoted = (record: unknown, ownDid: string): ContextPost | null => {
  if (typed.safeParse(record).data?.$type !== 'app.bsky.embed.record#viewRecord') return null
  const post = quoted.safeParse(record).data
  if (!post) return null
  const { uri, author, value } = post
  return {
    authorName: author.displayName || author.handle,
    handle: author.handle,
    text: value.text,
    sentAt: Date.parse(value.createdAt),
    permalink: permalinkOf(addressOf({ uri })),
    own: author.did === ownDid,
  }
}

/** What a post carries, in the forms that the network shows. Throws on a known form that is broken; a new one is named, not dropped. */
export const readEmbed = (embed: unknown, ownDid: string, permalink: string): Shown => {
  if (embed === undefined || embed === null) return { attachments: [] }
  const { $type } = typed.parse(embed)
  switch ($type) {
    case 'app.bsky.embed.images#view':
      return { attachments: imagesOf(images.parse(embed).images) }
    case 'app.bsky.embed.gallery#view':
      return { attachments: imagesOf(gallery.parse(embed).items) }
    case 'app.bsky.embed.video#view': {
      const { playlist, alt } = video.parse(embed)
      return { attachments: [{ kind: 'video', url: playlist, ...(alt ? { alt } : {}) }] }
    }
    case 'app.bsky.embed.external#view': {
      const { uri, title } = external.parse(embed).external
      return { attachments: [{ kind: 'link', url: uri, ...(title ? { name: title } : {}) }] }
    }
    case 'app.bsky.embed.record#view': {
      const found = readQuoted(quoting.parse(embed).record, ownDid)
      return { attachments: [], ...(found ? { quoted: found } : {}) }
    }
    case 'app.bsky.embed.recordWithMedia#view': {
      const { record, media } = withMedia.parse(embed)
      const found = readQuoted(record.record, ownDid)
      return { attachments: readEmbed(media, ownDid, permalink).attachments, ...(found ? { quoted: found } : {}) }
    }
    default:
      return { attachments: [{ kind: 'link', url: permalink, name: $type }] }
  }
}

/** Links whose address the text shortens or hides. */
export const readLinks = ({ text, facets }: PostRecord): AttachmentSeen[] => {
  const uris = (facets ?? []).flatMap(({ features }) =>
    features.flatMap(({ $type, uri }) => {
      const address = $type === 'app.bsky.richtext.facet#link' ? webAddress.safeParse(uri).data : undefined
      return address !== undefined && !text.includes(address) ? [address] : []
    }),
  )
  return [...new Set(uris)].slice(0, 20).map((url) => ({ kind: 'link', url }))
}
