import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/audit/canonical.ts'
import type { Row } from '#server/db/schema.ts'
import type { Trx } from '#server/db/transaction.ts'

/** The evidence of a message as it stands: its words and all their versions, author, link and times, under one hash (D1). */
export const evidenceOf = async (
  trx: Trx,
  message: Omit<Row<'messages'>, 'search'>,
  account: Row<'channel_accounts'>,
  takenAt: number,
) => {
  const author =
    message.author_id === null
      ? undefined
      : await trx.selectFrom('authors').selectAll().where('id', '=', message.author_id).executeTakeFirst()
  const versions = await trx
    .selectFrom('message_versions')
    .select(['version', 'text', 'html', 'seen_at'])
    .where('message_id', '=', message.id)
    .orderBy('version')
    .execute()
  const evidence = {
    ...{ messageId: message.id, externalId: message.external_id, permalink: message.permalink },
    ...{ connector: account.connector, account: account.handle, version: message.version },
    author: author && {
      ...{ externalId: author.external_id, handle: author.handle, displayName: author.display_name },
      profileUrl: author.profile_url,
    },
    ...{ text: message.text, html: message.html, attachments: message.attachments },
    ...{ sentAt: message.sent_at.toISOString(), receivedAt: message.received_at.toISOString() },
    versions: versions.map((one) => ({ ...one, seen_at: one.seen_at.toISOString() })),
    takenAt: new Date(takenAt).toISOString(),
  }
  return { evidence, sha256: createHash('sha256').update(canonicalJson(evidence)).digest() }
}

/** Whether the evidence is still what was hashed when it was kept. */
export const isIntact = (evidence: unknown, sha256: Buffer): boolean =>
  createHash('sha256').update(canonicalJson(evidence)).digest().equals(sha256)
