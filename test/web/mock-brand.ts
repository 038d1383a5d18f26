import { accounts, idOf, labels, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const MINUTE = 60_000
const done = { done: true as const }
const now = () => Date.now()

const connectorsSaid: ReturnType<MockAnswers['listConnectors']>['connectors'] = [
  {
    ...{ id: 'practice', network: 'Entraînement', practice: true, declares: false, fields: [] },
    about: { fr: 'Une ville de clients inventés.', en: 'A town of invented customers.' },
    verified: { fr: 'Rien ne sort d’ici.', en: 'Nothing leaves this place.' },
  },
  {
    ...{ id: 'pigeon', network: 'Pigeon', practice: false, declares: true },
    about: { fr: 'Mentions et réponses publiques.', en: 'Public mentions and replies.' },
    verified: { fr: 'Essayé sur ses serveurs.', en: 'Tried on its servers.' },
    fields: [
      { name: 'handle', label: { fr: 'Nom du compte', en: 'Handle' }, kind: 'text', required: true },
      {
        name: 'password',
        label: { fr: 'Mot de passe', en: 'Password' },
        hint: { fr: 'D’application.', en: 'Of an application.' },
        kind: 'secret',
        required: true,
      },
      { name: 'tls', label: { fr: 'Chiffrer', en: 'Encrypt' }, kind: 'switch', required: false, initial: 'true' },
      {
        name: 'zone',
        label: { fr: 'Zone', en: 'Zone' },
        kind: 'choice',
        required: false,
        choices: [{ value: 'eu', label: { fr: 'Europe', en: 'Europe' } }],
      },
    ],
  },
]

/** What the mock desk says of the brand: its people, labels, promises and channels. */
export const brandAnswers = {
  listMembers: () => ({
    members: [
      { ...people.aicha, email: 'aicha@fleursduport.example', role: 'admin', seenAt: now(), disabled: false },
      {
        ...people.julien,
        email: 'julien@fleursduport.example',
        role: 'validator',
        seenAt: now() - MINUTE,
        disabled: false,
      },
      { ...people.sarah, email: 'sarah@fleursduport.example', role: 'manager', seenAt: null, disabled: false },
    ],
  }),
  inviteMember: () => ({ url: 'https://desk.example/join#abcdef', expiresAt: now() + 72 * 60 * MINUTE }),
  changeRole: () => done,
  removeMember: () => done,
  listLabels: () => ({ labels }),
  createLabel: ({ name, colour = '#0a5f63' }) => ({ id: idOf(8, 99), name, colour }),
  deleteLabel: () => done,
  readPromises: () => ({
    policies: accounts.map((a, i) => ({
      connector: a.connector,
      network: a.network,
      firstReplyMinutes: 120,
      nextReplyMinutes: 90,
      thanksReplyMinutes: 1_440,
      calendar: i === 2 ? 'business' : 'always',
      default: i > 0,
    })),
    calendar: {
      timeZone: 'Europe/Paris',
      weekly: {
        monday: [
          { opens: '09:00', closes: '12:30' },
          { opens: '14:00', closes: '18:00' },
        ],
      },
      holidays: ['2030-05-01'],
      exceptional: [{ date: '2030-12-24', slots: [{ opens: '09:00', closes: '16:00' }] }],
    },
  }),
  updatePolicy: () => done,
  updateCalendar: () => done,
  listConnectors: () => ({ connectors: connectorsSaid }),
  listChannels: () => ({
    now: now(),
    channels: accounts.map((a, i) => ({
      ...a,
      ...{
        state: i === 1 ? ('needs-attention' as const) : a.state,
        attention: i === 1 ? 'token-expired' : null,
        connectedAt: now() - 900 * MINUTE,
      },
      ...{
        lastWebhookAt: i === 0 ? now() - MINUTE : null,
        lastPollAt: now() - MINUTE,
        lastMessageAt: now() - 5 * MINUTE,
        nextPollAt: now() + MINUTE,
      },
      ...{
        pollFailures: i,
        tokenExpiresAt: now() + 9_000 * MINUTE,
        gapsRepaired: 1,
        quietUntil: null,
        listens: i === 0 ? ['webhook' as const] : ['poll' as const],
      },
      ...{ hookUrl: i === 0 ? 'https://desk.example/hooks/abc' : null, outsideDesk: 2, waitingReceipts: i },
    })),
  }),
  connectChannel: () => ({
    id: idOf(1, 9),
    reveal: { secret: 'whsec_c2VjcmV0', url: 'https://desk.example/hooks/abc' },
  }),
  reconnectChannel: () => ({ id: idOf(1, 9), reveal: null }),
  updateChannel: () => done,
  disconnectChannel: () => done,
  checkChannel: () => done,
  listQuarantine: () => ({
    receipts: [
      {
        id: '7',
        accountId: idOf(1, 0),
        network: 'Pigeon',
        externalId: 'x-1',
        receivedAt: now() - 40 * MINUTE,
        attempts: 5,
        fault: 'text: expected string',
        excerpt: '{"text": 12}',
        size: 1_240,
      },
    ],
    after: null,
  }),
  replayReceipt: () => done,
} satisfies Partial<MockAnswers>
