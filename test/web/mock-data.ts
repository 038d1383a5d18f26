import type { z } from 'zod'
import type { caseView, deliveryShape, messageShape } from '#contract/case-view.ts'
import type { inboxRow } from '#contract/inbox.ts'
import type { accountShape } from '#contract/shapes.ts'
import { mockGuardCharter } from './mock-agreed.ts'
import { approvalsOf } from './mock-approvals.ts'
import { mockCell } from './mock-cell.ts'

type Row = z.input<typeof inboxRow>
type View = z.input<typeof caseView>
type Message = z.input<typeof messageShape>
type Delivery = z.input<typeof deliveryShape>
type Account = z.input<typeof accountShape>

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Ids that say what they name: `idOf(7, 12)` is the twelfth of the seventh kind. */
export const idOf = (kind: number, n: number): string =>
  `00000000-0000-7${String(kind).padStart(3, '0')}-8000-${n.toString(16).padStart(12, '0')}`
const kinds = { account: 1, author: 2, case: 3, conversation: 4, message: 5, note: 6, fact: 7, label: 8, delivery: 9 }
export const people = {
  aicha: { id: idOf(10, 1), name: 'Aïcha Morel' },
  julien: { id: idOf(10, 2), name: 'Julien Tessier' },
  sarah: { id: idOf(10, 3), name: 'Sarah Duval' },
  tom: { id: idOf(10, 4), name: 'Tom Rivière' },
} as const
export const labels = [
  { id: idOf(kinds.label, 1), name: 'Livraison', colour: '#b87d00' },
  { id: idOf(kinds.label, 2), name: 'Merci', colour: '#1e6a3c' },
]

const networks = [
  ['pigeon', 'Pigeon'],
  ['clairon', 'Clairon'],
  ['courrier', 'Courriel'],
] as const
export const accounts: Account[] = networks.map(([connector, network], i) => ({
  ...{ id: idOf(kinds.account, i), connector, network, handle: '@fleursduport', displayName: 'Fleurs du Port' },
  ...{ avatarUrl: null, colour: ['#0a5f63', '#7a3f8f', '#8a4b12'][i] ?? '#0a5f63', state: 'connected' },
}))

const authors = [
  'Noé Faure',
  'Lucas Petit',
  'Camille Roux',
  'Inès Bouvier',
  'Omar Diallo',
  'Jade Lambert',
  'Paul Girard',
]
const sentences = [
  'Commande passée mercredi, livraison 24/48 h payée, toujours rien après 5 jours. Et personne ne répond au téléphone.',
  'Bonjour, mon colis est marqué « livré » mais je n’ai rien reçu.',
  'Le bouquet est arrivé fané pour l’anniversaire de ma mère.',
  'Est-ce que la boutique de Nantes est ouverte dimanche ?',
  'Merci pour votre gentillesse au téléphone, tout est réglé.',
]
const pick = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}
const handleOf = (name: string) => `@${name.toLowerCase().replace(/[^a-zà-ÿ]/g, '')}`

/** One row of the queue: the first ones late, then every few minutes. */
export const rowOf = (n: number, now: number): Row => {
  const name = pick(authors, n)
  const dueAt = now + (n * 4 - 18) * MINUTE
  const state = n === 3 ? 'to-check' : n === 4 ? 'held' : null
  return {
    ...{ id: idOf(kinds.case, n), number: n + 1, state: 'open', accountId: pick(accounts, n).id },
    audience: n % 9 === 5 ? 'private' : 'public',
    author: { id: idOf(kinds.author, n), displayName: name, handle: handleOf(name), avatarUrl: null },
    ...{ excerpt: pick(sentences, n), dueAt, promisedMs: 2 * HOUR, snoozedUntil: null, lastInAt: dueAt - 2 * HOUR },
    owner: n % 5 === 1 ? people.julien : null,
    labels: n % 4 === 0 ? labels.slice(0, 1) : [],
    presences:
      n === 0
        ? [{ member: people.sarah, doing: 'reading' }]
        : n === 6
          ? [{ member: people.julien, doing: 'writing' }]
          : [],
    delivery: state,
  }
}

const message = (n: number, place: number, now: number, change: Partial<Message>): Message => {
  const { author } = rowOf(n, now)
  const sentAt = now - (200 - place) * MINUTE
  return {
    ...{ id: idOf(kinds.message, n * 1_000 + place), externalId: `m${n}-${place}`, direction: 'in', kind: 'mention' },
    ...{
      audience: 'public',
      member: null,
      subject: null,
      text: pick(sentences, n + place),
      html: null,
      attachments: [],
    },
    author: {
      ...author,
      externalId: handleOf(author.displayName),
      profileUrl: 'https://reseau.example/profil',
      followers: 4_693,
    },
    ...{ quoted: null, above: [], permalink: 'https://reseau.example/1', sentAt, receivedAt: sentAt + 1_000 },
    ...{ editedAt: null, deletedAt: null, versions: [], outsideDesk: false, reading: null, ...change },
  }
}

const post = (text: string, own: boolean) => ({
  ...{ authorName: own ? 'Fleurs du Port' : 'Léa Fontaine', handle: own ? '@fleursduport' : '@lea', text, own },
  ...{ sentAt: null, permalink: null },
})

/** A thread with everything that can happen in one. */
const richThread = (n: number, now: number): Message[] => [
  message(n, 0, now, {
    above: [post('Nos tulipes sont arrivées.', true)],
    text: pick(sentences, 0),
    reading: {
      ...{ intent: 'complaint', sentiment: 'negative', topic: 'delivery', urgent: true, reasons: ['unanswered'] },
      ...{
        needsAnswer: true,
        personalDispute: true,
        flags: ['follow_up'],
        by: null,
        model: null,
        at: now - 200 * MINUTE,
      },
      because: { intent: ['toujours rien', 'personne'], urgent: ['répond'] },
    },
  }),
  message(n, 20, now, {
    text: 'Toujours rien, voyez https://reseau.example/photo. Nom\u202e trompeur.',
    editedAt: now - 170 * MINUTE,
    versions: [{ version: 1, text: 'Toujours rien.', seenAt: now - 179 * MINUTE }],
    quoted: post('Livraison en 24 h, promis.', false),
    attachments: [
      { kind: 'image', url: '/favicon.svg', alt: 'Un bouquet fané' },
      { kind: 'file', name: 'facture.pdf', url: null, size: 48_000 },
    ],
  }),
  message(n, 40, now, {
    ...{ direction: 'out', author: null, member: people.julien },
    text: 'Bonjour Noé, nous avons bien votre message et nous cherchons où est votre colis. Nous revenons vers vous ici avant 15 h.',
  }),
  message(n, 60, now, {
    deletedAt: now - 130 * MINUTE,
    versions: [{ version: 1, text: 'Bande de voleurs', seenAt: now - 140 * MINUTE }],
  }),
  message(n, 80, now, { audience: 'private', text: 'Voici mon adresse, en privé.' }),
  message(n, 100, now, { direction: 'out', author: null, text: 'Publié depuis un téléphone.', outsideDesk: true }),
  message(n, 176, now, {
    ...{ kind: 'mail', subject: 'Ma commande', text: 'Il est 15 h passées.' },
    html: '<p>Il est <b>15 h</b> passées.</p><img src="https://espion.example/pixel.gif"><script>alert(1)</script>',
  }),
]

const delivery = (
  n: number,
  place: number,
  state: Delivery['state'],
  now: number,
  reason: string | null,
): Delivery => ({
  ...{ id: idOf(kinds.delivery, n * 100 + place), caseId: idOf(kinds.case, n), accountId: pick(accounts, n).id },
  ...{
    audience: 'public',
    text: 'Bonjour, votre bouquet repart demain matin.',
    state,
    readyAt: now + 8_000,
    queuedAt: now - HOUR,
  },
  ...{ attempt: 1, nextTryAt: now + 4 * MINUTE, reason, detail: null, permalink: null, by: people.aicha },
})
export const unsettled = (now: number): Delivery[] => [
  delivery(3, 1, 'to-check', now, 'cannot-be-looked-up'),
  delivery(3, 2, 'refused', now, 'duplicate'),
  delivery(3, 3, 'stale', now, null),
  delivery(3, 4, 'unknown', now, null),
]

const returnedDraft = (now: number): View['drafts'][number] => ({
  ...{
    audience: 'public',
    text: 'Bonjour, hélas, votre bouquet a pris du retard.',
    version: 1,
    updatedAt: now - MINUTE,
  },
})

const deliveriesOf = (n: number, now: number): Delivery[] =>
  n === 3
    ? [...unsettled(now), delivery(3, 5, 'queued', now, 'rate-limited')]
    : n === 4
      ? [delivery(4, 1, 'held', now, null)]
      : []

/** The case behind a row; the first one is rich, the second long, the third asks for a private way that is closed. */
export const viewOf = (n: number, now: number, drafts: View['drafts']): View => {
  const row = rowOf(n, now)
  const long = Array.from({ length: 30 }, (_, i) => message(n, 100 + i, now, {}))
  const messages =
    n === 0 ? richThread(n, now) : n === 1 ? long : [message(n, 90, now, { text: row.excerpt, audience: row.audience })]
  return {
    ...{
      id: row.id,
      number: row.number,
      version: 1,
      state: row.state,
      audience: row.audience,
      accountId: row.accountId,
    },
    ...{ conversationId: idOf(kinds.conversation, n), subject: null, permalink: 'https://reseau.example/fil' },
    author: {
      ...row.author,
      externalId: row.author.handle,
      profileUrl: 'https://reseau.example/profil',
      followers: 4_693,
    },
    ...{
      owner: row.owner,
      dueAt: row.dueAt,
      promisedMs: row.promisedMs,
      unansweredSince: now - 2 * HOUR,
      breachedAt: null,
    },
    ...{ snoozedUntil: null, settledAt: null, resolution: null, resolutionNote: null, openedAt: now - 3 * HOUR },
    ...{ threadMark: 'mark', messages, olderBefore: n === 1 ? '100' : null },
    notes:
      n === 0
        ? [
            {
              id: idOf(kinds.note, 1),
              text: 'Colis bloqué au tri de Carquefou, @Julien suit.',
              by: people.sarah,
              mentions: [people.julien],
              createdAt: now - 165 * MINUTE,
            },
          ]
        : [],
    facts:
      n === 0
        ? [
            {
              ...{ id: idOf(kinds.fact, 1), kind: 'refund', status: 'requested', detail: 'Demande au service client' },
              proof: null,
              proofUrl: null,
              ...{ document: null, source: null },
              by: people.julien,
              recordedAt: now - HOUR,
            },
            {
              ...{ id: idOf(kinds.fact, 2), kind: 'replacement', status: 'done', detail: '' },
              proof: 'Bon 4412',
              proofUrl: 'https://suivi.example/4412',
              ...{ document: null, source: 'Boutique en ligne' },
              by: null,
              recordedAt: now - HOUR,
            },
          ]
        : [],
    ...{
      labels: row.labels,
      deliveries: deliveriesOf(n, now),
      approvals: approvalsOf(n, now),
      drafts: n === 9 && drafts.length === 0 ? [returnedDraft(now)] : drafts,
      othersWriting: n === 6 ? [{ member: people.julien, since: now - 3 * MINUTE }] : [],
    },
    presences: row.presences,
    audiences: row.audience === 'private' ? ['private'] : ['public', 'private'],
    limits: { public: { graphemes: 300, bytes: 3_000 }, private: { graphemes: 1_000 } },
    guard: {
      ...{ incoming: row.excerpt, firstAnswer: true, brandName: 'Fleurs du Port', account: '@fleursduport' },
      recentReplies: [],
      givenCents: 0,
      contested: [
        {
          ...{ audience: 'public', rule: 'G1', code: 'asks-personal-data' },
          words: 'Envoyez-nous votre numéro de téléphone',
          reason: 'C’est celui de la boutique',
        },
      ],
      charter: mockGuardCharter(),
      ...mockCell(),
    },
    history:
      n === 0
        ? [
            {
              ...{
                caseId: idOf(kinds.case, 9),
                number: 10,
                network: 'Pigeon',
                state: 'resolved',
                excerpt: 'Une autre livraison en mars.',
              },
              openedAt: now - 90 * 24 * HOUR,
              resolvedAt: now - 89 * 24 * HOUR,
            },
          ]
        : [],
  }
}

/** The page above the long thread. */
export const olderOf = (n: number, before: number, now: number) => ({
  messages: Array.from({ length: 30 }, (_, i) => message(n, before - 30 + i, now, {})),
  olderBefore: before - 30 >= 30 ? String(before - 30) : null,
})
