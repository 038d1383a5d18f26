import { DAY_MS } from '#core/time.ts'
import type { Connector } from '../connector.ts'
import { connect, fields } from './connect.ts'
import { read } from './read.ts'
import { MOST_CHARACTERS, send } from './send.ts'
import { verifyHook } from './verify.ts'

/** The way in for every source that no other connector speaks: signed mentions come in, signed replies go out. */
export const webhook: Connector = {
  id: 'webhook',
  network: 'Webhook',
  about: {
    fr: 'Une source de votre choix (forum, avis, application) remet ses messages signés, et reçoit vos réponses.',
    en: 'A source of your choice (forum, reviews, an app) hands in signed messages, and takes your replies.',
  },
  verified: {
    fr: 'Essayé avec la bibliothèque de référence de Standard Webhooks et un serveur local.',
    en: 'Tried with the reference library of Standard Webhooks and a local server.',
  },
  capabilities: {
    publicReply: true,
    publicPost: false,
    private: { privateWay: 'after-first-contact', how: 'same-thread' },
    editOwn: false,
    deleteOwn: false,
    media: null,
    limits: { public: { characters: MOST_CHARACTERS }, private: { characters: MOST_CHARACTERS } },
    promise: { firstReplyMinutes: 240, nextReplyMinutes: 240, calendar: 'business' },
    guarantee: { kind: 'idempotency-key', validMs: DAY_MS },
    listens: ['webhook'],
    pollEveryMs: 0,
    subject: false,
  },
  fields,
  connect,
  open: (account, tools) => ({ send: (outgoing, signal) => send(outgoing, account, tools, signal) }),
  verifyHook,
  read,
}
