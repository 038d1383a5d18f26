import { asWorkerIn } from '#server/db/transaction.ts'
import type { Desk } from '#server/desk.ts'
import type { ClaimedBulletin } from './claim-bulletin.ts'
import type { Mail } from './outside.ts'

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A note on the situation as a mail to one address: the words that a person sent, under one Message-ID however often it is tried. */
export const noteMailOf = (desk: Desk, claimed: ClaimedBulletin, deskUrl: string): Promise<Mail> =>
  asWorkerIn(desk.db, claimed.workspace_id, async (trx) => {
    const note = await trx
      .selectFrom('situation_notes')
      .select(['words', 'language'])
      .where('id', '=', claimed.note_id ?? '')
      .executeTakeFirstOrThrow()
    const { subject = '' } = claimed.body as { subject?: string }
    return {
      ...{ to: claimed.address ?? '', text: note.words, language: note.language },
      subject: subject.replaceAll(/\p{Cc}+/gu, ' ').trim(),
      html: `<pre style="font: inherit; white-space: pre-wrap">${escaped(note.words)}</pre>`,
      messageId: `<${claimed.id}@${new URL(deskUrl).hostname}>`,
    }
  })
