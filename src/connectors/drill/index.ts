import type { Connector } from '../connector.ts'
import { poll } from './poll.ts'
import { read } from './read.ts'
import { hideUnlawful, isUp, LIMITS, lookUp, reachOf, send } from './send.ts'

/** Before it is divided by the drill's compression: what a brand that promises nothing else promises (A2). */
const PROMISE_MINUTES = 120
const HANDLE = /^[\p{L}\p{N}_.-]{1,60}$/u

/** The simulated network of a drill: in process, and in no drill's workspace is there another one (C4). */
export const drill: Connector = {
  id: 'drill',
  network: 'Exercice',
  about: {
    fr: 'Le réseau simulé d’un exercice de crise. Rien n’en sort.',
    en: 'The simulated network of a crisis drill. Nothing leaves it.',
  },
  verified: {
    fr: 'Réseau simulé : rien n’est publié nulle part.',
    en: 'Simulated network: nothing is published anywhere.',
  },
  practice: true,
  drill: true,
  capabilities: {
    publicReply: true,
    publicPost: true,
    private: { privateWay: 'depends-on-person', how: 'direct-message' },
    editOwn: true,
    deleteOwn: false,
    hidesUnlawful: true,
    media: null,
    limits: LIMITS,
    promise: { firstReplyMinutes: PROMISE_MINUTES, nextReplyMinutes: PROMISE_MINUTES, calendar: 'always' },
    guarantee: { kind: 'own-id', settleMs: 1_000 },
    listens: ['poll'],
    pollEveryMs: 1_000,
    subject: false,
  },
  fields: [{ name: 'handle', label: { fr: 'Nom du compte', en: 'Handle' }, kind: 'text', required: true }],
  async connect({ handle = '' }) {
    if (!HANDLE.test(handle)) return { kind: 'refused', reason: 'bad-name', detail: 'letters and digits, 60 at most' }
    return {
      kind: 'connected',
      account: { externalId: `drill-${handle}`, handle, displayName: handle },
      secret: {},
    }
  },
  // Addresses of the story: a department's file names people who have not written yet (C2).
  writeFirstTo: (address, key) => `mail/${address}/${key}`,
  open: (_account, tools) => ({
    poll: (cursor, signal) => poll(cursor, tools, signal),
    send: (outgoing, signal) => send(outgoing, tools, signal),
    lookUp: (outgoing) => lookUp(outgoing, tools.memory),
    reachOf: ({ externalId }) => reachOf(externalId, tools.memory),
    isUp: (message) => isUp(message, tools.memory),
    hideUnlawful: (message) => hideUnlawful(message, tools),
  }),
  read,
}
