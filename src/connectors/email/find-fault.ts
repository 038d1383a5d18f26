import type { SendOutcome } from '#core/delivery/guarantee.ts'
import { measureLength } from '#core/text/length.ts'
import type { Outgoing } from '../connector.ts'
import { capabilities, MEDIA, MOST_BYTES } from './capabilities.ts'
import { isKey } from './ids.ts'
import { cleanAddress } from './parse/people.ts'

export const refused = (reason: string, detail: string): SendOutcome => ({
  kind: 'refused',
  reason,
  detail,
  permanent: true,
})

const findFileFault = ({ attachments }: Outgoing): SendOutcome | null => {
  if (attachments.length > MEDIA.most) return refused('too-many-attachments', `${MEDIA.most} files at most`)
  const strange = attachments.find(({ mediaType }) => !MEDIA.types.includes(mediaType))
  if (strange) return refused('media-refused', `${strange.mediaType} is no kind of file that customers are sent`)
  const sizes = attachments.map(({ content }) => content.length)
  if (sizes.some((size) => size > MEDIA.maxBytes))
    return refused('media-too-large', `${MEDIA.maxBytes} bytes a file at most`)
  if (sizes.reduce((sum, size) => sum + size, 0) > MOST_BYTES)
    return refused('media-too-large', `${MOST_BYTES} bytes in all at most`)
  return null
}

/** What is wrong with a reply before any server is asked, or null. */
export const findFault = (outgoing: Outgoing): SendOutcome | null => {
  if (outgoing.audience === 'public') return refused('audience-is-private', 'a mail is private')
  if (!isKey(outgoing.key)) return refused('bad-key', 'the delivery has no key that could be looked up')
  if (outgoing.text.trim() === '') return refused('empty', 'there is nothing to say')
  if (measureLength(outgoing.text, capabilities.limits.private).over !== null)
    return refused('too-long', 'the text is longer than a mail may be')
  const address = cleanAddress(outgoing.to.externalId)
  if (address === null || address.endsWith('.invalid'))
    return refused('bad-address', 'this mail gave no address that can be answered')
  return findFileFault(outgoing)
}
