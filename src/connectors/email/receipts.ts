import type { ReceiptIn } from '../connector.ts'
import type { Account } from './account.ts'
import { evidenceOf, type RawMail } from './fetch-mails.ts'
import { rootName, sha256 } from './ids.ts'
import { parseMail } from './parse/parse-mail.ts'
import { markOf } from './read.ts'
import { rememberMail } from './remember.ts'
import type { ParsedMail, Place, ReceiptBody } from './shapes.ts'

export interface Kept {
  receipt: ReceiptIn
  receivedAt: number
  uid: number
  parsed: ParsedMail | null
}

const faultOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500).toWellFormed()

export const unreadable = (place: Place, error: unknown): ReceiptIn => {
  const body: ReceiptBody = { kind: 'unreadable', v: 1, ...place, fault: faultOf(error) }
  return { key: `unreadable ${sha256(place.source.base64 || `${place.uidValidity}/${place.uid}`).slice(0, 32)}`, body }
}

/** The mark of a delivery, on a mail in our name. */
export const ownMarkOf = (parsed: ParsedMail, address: string): string | undefined =>
  parsed.from[0]?.address === address ? markOf(parsed) : undefined

/** What the brand sent is known already: its files are named, and not kept a second time. */
const withoutFiles = ({ attachments, ...parsed }: ParsedMail): ParsedMail => ({
  ...parsed,
  attachments: attachments.map(({ content: _, ...named }) => named),
})

/** What it says is its key: the same mail has the same one under any number. Our own is one mail, wherever it lies. */
const keyOf = (folder: Place['folder'], { id, digest }: ParsedMail, isMarked: boolean): string =>
  `${isMarked ? 'own' : folder} ${rootName(id)} ${digest}`

/** One mail as a receipt. */
export const receiptOf = async (
  { tools, address }: Account,
  mail: RawMail,
  where: Pick<Place, 'folder' | 'uidValidity'>,
): Promise<Kept> => {
  const { uid, receivedAt, size, source, oversize } = mail
  const place: Place = { ...where, uid, receivedAt, size, source: evidenceOf(source) }
  try {
    const parsed = await parseMail(source, !oversize)
    const thread = await rememberMail(tools.memory, parsed)
    const isMarked = ownMarkOf(parsed, address) !== undefined
    const kept = isMarked || where.folder === 'sent' ? withoutFiles(parsed) : parsed
    const body: ReceiptBody = { kind: 'mail', v: 1, ...place, ...kept, ...thread, oversize }
    return { receipt: { key: keyOf(where.folder, parsed, isMarked), body }, receivedAt, uid, parsed }
  } catch (error) {
    tools.log.warn({ uid, folder: where.folder }, 'a mail cannot be parsed')
    return { receipt: unreadable(place, error), receivedAt, uid, parsed: null }
  }
}
