import type { Connector } from '../connector.ts'
import { accountOf } from './account.ts'
import { capabilities } from './capabilities.ts'
import { connect } from './connect.ts'
import { fields } from './fields.ts'
import { conversationKeyOf, idOfDelivery, rootName } from './ids.ts'
import { lookUp } from './look-up.ts'
import { openMailbox } from './mailbox.ts'
import { poll } from './poll.ts'
import { read } from './read.ts'
import { send } from './send.ts'
import { watch } from './watch.ts'

/** Any mailbox that speaks IMAP and SMTP. */
export const email: Connector = {
  id: 'email',
  network: 'E-mail',
  about: {
    fr: 'La boîte à laquelle vos clients écrivent : lue dès qu’un message arrive, sans rien marquer comme lu ; vos réponses, dans leur fil.',
    en: 'The mailbox that your customers write to: read as soon as a mail arrives, without marking anything as read; your replies, in their thread.',
  },
  verified: {
    fr: 'Essayé sur de vrais serveurs, lancés sur notre machine : Dovecot 2.3.19 et Postfix 3.7.11. Jamais sur Gmail ni Microsoft 365.',
    en: 'Run against real servers on a machine of ours: Dovecot 2.3.19 and Postfix 3.7.11. Never against Gmail nor Microsoft 365.',
  },
  profiles: 'member-declares',
  capabilities,
  fields,
  connect,
  open: (opened, tools) => {
    const account = accountOf(opened, tools)
    const mailbox = openMailbox(account)
    return {
      poll: (cursor, signal) => poll(account, mailbox.open, cursor, signal),
      watch: (wake, signal) => watch(account, wake, signal),
      send: (outgoing, signal) => send(account, outgoing, signal),
      lookUp: (outgoing, signal) => lookUp(account, outgoing, signal),
      close: mailbox.close,
    }
  },
  read,
  writeFirstTo: (address, key, { externalId }) => conversationKeyOf(rootName(idOfDelivery(key, externalId)), address),
}
