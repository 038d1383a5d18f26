import { z } from 'zod'
import type { Outgoing } from '../connector.ts'
import type { Trouble } from './answer.ts'
import { findImageSize } from './image-size.ts'
import type { Account } from './signed-in.ts'

const uploaded = z.object({
  blob: z.looseObject({ $type: z.literal('blob'), ref: z.looseObject({ $link: z.string() }) }),
})

/** Hands the images to the account's server, which keeps them aside until a post names them. */
export const uploadImages = async (
  account: Account,
  attachments: Outgoing['attachments'],
  signal: AbortSignal,
): Promise<Record<string, unknown>[] | Trouble> => {
  const images: Record<string, unknown>[] = []
  for (const { content, mediaType, alt } of attachments) {
    const input = { bytes: content, mediaType }
    const answer = await account.ask({ method: 'com.atproto.repo.uploadBlob', input }, signal)
    if (answer.kind !== 'answer') return answer
    const parsed = uploaded.safeParse(answer.data)
    if (!parsed.success) return { kind: 'doubt', detail: 'the image was answered with something else' }
    const size = findImageSize(content)
    images.push({ image: parsed.data.blob, alt: alt ?? '', ...(size ? { aspectRatio: size } : {}) })
  }
  return images
}
