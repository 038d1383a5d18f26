import MailComposer from 'nodemailer/lib/mail-composer'
import { z } from 'zod'
import type { Outgoing } from '../connector.ts'
import type { Account } from './account.ts'
import { findIds, idOfDelivery, isMadeUp } from './ids.ts'
import { cleanLine } from './parse/people.ts'

const PREFIX = /^\s*(?:(?:re|ré|réf|aw|sv|antw|rif|res)\s*(?:\[\d+\]|\(\d+\))?\s*:\s*)+/i
const MOST_REFERENCES = 30

/** « Re: » once, whatever was written before. A mail that opens an exchange keeps its subject as it is. */
export const subjectOf = ({ subject, inReplyTo }: Outgoing, brand: string): string => {
  const given = cleanLine(subject ?? inReplyTo?.subject ?? '', 500)
  if (inReplyTo === undefined) return given === '' ? brand : given
  return `Re: ${given.replace(PREFIX, '') || brand}`
}

const metaSchema = z.object({ id: z.string().optional().catch(undefined), references: z.array(z.string()).catch([]) })

/** The mail that is answered, and those before it, first and last ones: what a customer's mail program needs to show one thread. */
export const threadOf = ({ inReplyTo, thread }: Outgoing): { inReplyTo?: string; references: string[] } => {
  const { id, references } = metaSchema.parse(inReplyTo?.meta ?? {})
  const answered = findIds(id ?? inReplyTo?.messageId.replace(/#[0-9a-f]+$/, '') ?? '')[0]
  const parent = answered === undefined || isMadeUp(answered) ? undefined : answered
  const before = [...references, ...thread.map((one) => one.replace(/#[0-9a-f]+$/, ''))].flatMap(findIds)
  const known = [...new Set(before)].filter((one) => one !== parent && !isMadeUp(one))
  const all = [...known, ...(parent === undefined ? [] : [parent])]
  const kept = all.length > MOST_REFERENCES ? [...all.slice(0, 1), ...all.slice(1 - MOST_REFERENCES)] : all
  return { ...(parent === undefined ? {} : { inReplyTo: parent }), references: kept }
}

/**
 * The mail of one delivery: same key, same bytes, so that a repetition is the very same mail. Text only, and only the words that the desk
 * has checked: nothing is quoted below them.
 */
export const compose = async (account: Account, outgoing: Outgoing): Promise<Uint8Array> => {
  const { key, text, to, attachments, since, optOut } = outgoing
  const brand = cleanLine(account.displayName, 200) || account.address
  const { inReplyTo, references } = threadOf(outgoing)
  const composer = new MailComposer({
    from: { name: brand, address: account.address },
    to: { name: '', address: to.externalId },
    subject: subjectOf(outgoing, brand),
    messageId: idOfDelivery(key, account.address),
    date: new Date(since),
    text: text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', ''),
    headers: {
      'X-Vigie-Delivery': key,
      // Mail programs show it as a button; the answer comes to the mailbox that the desk reads.
      ...(optOut === true && { 'List-Unsubscribe': `<mailto:${account.address}?subject=stop>` }),
    },
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references.length === 0 ? {} : { references }),
    attachments: attachments.map(({ name, mediaType, content }) => ({
      filename: cleanLine(name.replaceAll(/^.*[/\\]/g, ''), 200) || 'file',
      contentType: mediaType,
      content: Buffer.from(content),
    })),
    baseBoundary: key,
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  })
  return composer.compile().build()
}
