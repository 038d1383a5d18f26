import type { Connector } from '../connector.ts'
import { capabilities } from './capabilities.ts'
import { connect } from './connect.ts'
import { fields } from './fields.ts'
import { isUp } from './is-up.ts'
import { lookUp } from './look-up.ts'
import { poll } from './poll.ts'
import { findProfile } from './profile-of.ts'
import { findReach } from './reach.ts'
import { read } from './read.ts'
import { secretSchema, settingsSchema } from './secret.ts'
import { send } from './send.ts'
import { openSignedIn } from './signed-in.ts'

/** Bluesky, and any server that speaks its protocol. */
export const bluesky: Connector = {
  id: 'bluesky',
  network: 'Bluesky',
  about: {
    fr: 'Les mentions, réponses et citations publiques, lues toutes les dix secondes ; vos réponses, dans leur fil.',
    en: 'Public mentions, replies and quotes, read every ten seconds; your replies, in their thread.',
  },
  verified: {
    fr: 'Essayé sur les vrais serveurs de Bluesky (PLC, PDS, AppView), lancés sur notre machine ; jamais sur bsky.social. Les messages privés ne sont ni lus ni envoyés : aucun serveur ne permet de les essayer.',
    en: 'Run against the real Bluesky servers (PLC, PDS, AppView) on a machine of ours; never against bsky.social. Private messages are neither read nor sent: no server exists to try them on.',
  },
  profiles: 'member-declares',
  capabilities,
  fields,
  connect,
  open: (account, tools) => {
    const signedIn = openSignedIn(tools, secretSchema.parse(account.secret))
    const { language } = settingsSchema.parse(account.settings)
    return {
      poll: (cursor, signal) => poll(signedIn, cursor, tools.now(), signal),
      send: (outgoing, signal) => send(signedIn, outgoing, language, signal),
      lookUp: (outgoing, signal) => lookUp(signedIn, outgoing, signal),
      isUp: ({ externalId }, signal) => isUp(signedIn, externalId, signal),
      reachOf: ({ externalId }, signal) => findReach(signedIn, externalId, signal),
      profileOf: (externalId, signal) => findProfile(signedIn, externalId, signal),
    }
  },
  read,
}
