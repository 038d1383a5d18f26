import { z } from 'zod'

const text = (most: number) => z.string().max(most)
const instant = z.number().int().min(-8.64e15).max(8.64e15)

/** What of a mail goes into its receipt. What is longer is cut where it is parsed; the mail itself stays in the mailbox. */
export const MOST = {
  text: 450_000,
  html: 1_900_000,
  report: 64_000,
  attachments: 50,
  attachmentBytes: 10_000_000,
  attachmentsBytes: 20_000_000,
  headers: 60,
  header: 2000,
  /** Of the mail as it came, as evidence. */
  sourceBytes: 128 * 1024,
}

const personSchema = z.strictObject({ address: text(320).min(1), name: text(1000) })
export type Person = z.infer<typeof personSchema>

const attachmentSchema = z.strictObject({
  name: text(300),
  mediaType: text(200),
  size: z.number().int().nonnegative(),
  /** Base64; left out when it is too large. */
  content: text(14_000_000).optional(),
})
export type MailAttachment = z.infer<typeof attachmentSchema>

const placeShape = {
  folder: z.enum(['inbox', 'sent']),
  uid: z.number().int().nonnegative(),
  uidValidity: text(40),
  /** When the server took it in, by the server's clock. */
  receivedAt: instant,
  size: z.number().int().nonnegative(),
  source: z.strictObject({ base64: text(400_000), whole: z.boolean() }),
}

export const parsedShape = {
  /** Its Message-ID, or one made up from what it says. */
  id: text(1000).min(1),
  /** What it says, in short: the same mail found twice has the same. */
  digest: text(64).min(1),
  date: instant.nullable(),
  from: z.array(personSchema).max(10),
  replyTo: z.array(personSchema).max(10),
  to: z.array(personSchema).max(50),
  subject: text(2000).optional(),
  inReplyTo: text(1000).min(1).optional(),
  references: z.array(text(1000)).max(60),
  /** Those that tell what kind of mail it is; names in lower case. */
  headers: z.array(z.tuple([text(100), text(MOST.header)])).max(MOST.headers),
  text: text(MOST.text).optional(),
  html: text(MOST.html).optional(),
  attachments: z.array(attachmentSchema).max(MOST.attachments),
  /** What a server says of a mail of ours that it could not deliver. */
  report: z.strictObject({ status: text(MOST.report), original: text(MOST.report) }).optional(),
}
const parsedSchema = z.strictObject(parsedShape)
export type ParsedMail = z.infer<typeof parsedSchema>

const mailSchema = z.strictObject({
  kind: z.literal('mail'),
  v: z.literal(1),
  ...placeShape,
  ...parsedShape,
  /** Names its thread, as far as it is known here. */
  root: text(300).min(1),
  /** Another mail already goes by its id. */
  twin: z.boolean(),
  /** Only its beginning was fetched. */
  oversize: z.boolean(),
})
export type Mail = z.infer<typeof mailSchema>
export type Place = Pick<Mail, keyof typeof placeShape>

const unreadableSchema = z.strictObject({
  kind: z.literal('unreadable'),
  v: z.literal(1),
  ...placeShape,
  fault: text(1000),
})

export const receiptSchema = z.discriminatedUnion('kind', [mailSchema, unreadableSchema])
export type ReceiptBody = z.infer<typeof receiptSchema>
