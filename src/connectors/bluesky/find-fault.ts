import type { SendOutcome } from '#core/delivery/guarantee.ts'
import { measureLength } from '#core/text/length.ts'
import type { Outgoing } from '../connector.ts'
import { MEDIA, PUBLIC_LIMIT } from './capabilities.ts'
import { targetSchema } from './target.ts'

export const refused = (reason: string, detail: string): SendOutcome => ({
  kind: 'refused',
  reason,
  detail,
  permanent: true,
})

/** What the network would refuse for certain, said before it is asked. */
export const findFault = ({ audience, text, inReplyTo, own, replaces, attachments }: Outgoing): SendOutcome | null => {
  if (audience === 'private')
    return refused('not-supported-here', 'private messages of Bluesky are not sent by this desk')
  // The server would store the change, and the network go on showing the first words.
  if (replaces)
    return refused('cannot-edit', 'the network shows the first words of a post, whatever is put in their place')
  if (!inReplyTo && own !== true) return refused('nothing-to-answer', 'a reply needs the post that it answers')
  if (inReplyTo && !targetSchema.safeParse(inReplyTo.meta).success) {
    return refused('nothing-to-answer', 'the post to answer was kept without its address')
  }
  if (text.trim() === '' && attachments.length === 0) return refused('empty', 'there is nothing to say')
  if (measureLength(text, PUBLIC_LIMIT).over) {
    return refused('too-long', `a post holds ${PUBLIC_LIMIT.graphemes} characters and ${PUBLIC_LIMIT.bytes} bytes`)
  }
  if (attachments.length > MEDIA.most) return refused('too-many-media', `a post carries ${MEDIA.most} images`)
  const stranger = attachments.find(({ mediaType }) => !MEDIA.types.includes(mediaType))
  if (stranger) return refused('media-type', `${stranger.mediaType} cannot be attached; ${MEDIA.types.join(', ')} can`)
  const heavy = attachments.find(({ content }) => content.byteLength > MEDIA.maxBytes)
  return heavy ? refused('media-too-big', `an image may weigh ${MEDIA.maxBytes} bytes`) : null
}
