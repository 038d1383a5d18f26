import type { Connector } from '../connector.ts'
import { connect, fields } from './connect.ts'
import { findPerson } from './people.ts'
import { poll } from './poll.ts'
import { read } from './read.ts'
import { hideUnlawful, isUp } from './removal.ts'
import { LIMITS, lookUp, MEDIA, reachOf, send } from './send.ts'
import { PROMISE_MINUTES } from './wait.ts'

/** A town of customers inside the desk: nothing leaves it, everything else is as on a real network. */
export const practice: Connector = {
  id: 'practice',
  network: 'Port-Essai',
  about: {
    fr: 'Une ville simulée : une quarantaine de clients qui écrivent, s’impatientent et vous répondent. Rien ne sort d’ici.',
    en: 'A simulated town: some forty customers who write, lose patience and answer you. Nothing leaves this desk.',
  },
  verified: {
    fr: 'Réseau simulé : rien n’est publié nulle part.',
    en: 'Simulated network: nothing is published anywhere.',
  },
  practice: true,
  capabilities: {
    publicReply: true,
    publicPost: true,
    private: { privateWay: 'depends-on-person', how: 'direct-message' },
    editOwn: true,
    deleteOwn: false,
    hidesUnlawful: true,
    media: MEDIA,
    limits: LIMITS,
    promise: { firstReplyMinutes: PROMISE_MINUTES, nextReplyMinutes: PROMISE_MINUTES, calendar: 'always' },
    guarantee: { kind: 'own-id', settleMs: 1_000 },
    listens: ['poll'],
    pollEveryMs: 5_000,
    subject: false,
  },
  fields,
  connect,
  open: (account, tools) => ({
    poll: (cursor, signal) => poll(cursor, account, tools, signal),
    send: (outgoing, signal) => send(outgoing, tools, signal),
    lookUp: (outgoing) => lookUp(outgoing, tools),
    reachOf: ({ externalId }) => reachOf(externalId, tools.memory),
    isUp: (message) => isUp(message, tools),
    hideUnlawful: (message) => hideUnlawful(message, tools),
    async profileOf(externalId) {
      const person = findPerson(externalId)
      if (!person) return null
      const { id, handle, name, followers } = person
      return { externalId: id, handle, displayName: name, followers }
    },
  }),
  read,
}
