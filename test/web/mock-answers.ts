import { permissions } from '#server/access/permissions.ts'
import { accessAnswers } from './mock-access.ts'
import { alertAnswers } from './mock-alerts.ts'
import { ambassadorAnswers } from './mock-ambassadors.ts'
import { makeApprovalAnswers } from './mock-approvals.ts'
import { brandAnswers } from './mock-brand.ts'
import { caseFileAnswers } from './mock-case-file.ts'
import { makeCharterAnswers } from './mock-charter.ts'
import { accounts, idOf, olderOf, people, rowOf, unsettled, viewOf } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'
import { digestAnswers } from './mock-digest.ts'
import { makeDrillAnswers } from './mock-drills.ts'
import { incidentAnswers } from './mock-incidents.ts'
import { journalOf } from './mock-journal.ts'
import { moderationAnswers } from './mock-moderation.ts'
import { noteAnswers } from './mock-notes.ts'
import { noticeAnswers } from './mock-notices.ts'
import { outreachAnswers } from './mock-outreach.ts'
import { radarAnswers } from './mock-radar.ts'
import { ruleAnswers } from './mock-rules.ts'
import { scheduledAnswers } from './mock-scheduled.ts'
import { statementAnswers } from './mock-statements.ts'
import { teamAnswers } from './mock-team.ts'

const MINUTE = 60_000
const brand = idOf(11, 1)
const done = { done: true as const }
const numberOf = (caseId: string) => Number.parseInt(caseId.slice(-12), 16)

type Draft = ReturnType<MockAnswers['readCase']>['drafts'][number]
type Preferences = ReturnType<MockAnswers['readSession']>['member']['preferences']

const silence = (now: number): ReturnType<MockAnswers['readSpeech']>['stopped'] => ({
  at: now - 12 * MINUTE,
  by: people.julien,
  leaving: [{ id: idOf(9, 1), caseId: idOf(3, 3), caseNumber: 4, state: 'sent' }],
  waiting: 3,
})

/** What the mock desk says to each question; it keeps drafts, preferences and closed cases for as long as it lives. */
export const makeAnswers = (given: {
  conversations: number
  /** Every outgoing word is stopped. */
  silent: boolean
  signedIn: boolean
  language: 'fr' | 'en'
}): MockAnswers => {
  const closed = new Set<number>()
  const drafts = new Map<number, Draft[]>()
  let preferences: Preferences = {}
  const { conversations, signedIn } = given
  let { language } = given
  const now = () => Date.now()
  const rows = () => Array.from({ length: conversations }, (_, n) => n).filter((n) => !closed.has(n))
  const session = (): ReturnType<MockAnswers['readSession']> => ({
    member: { ...people.aicha, email: 'aicha@fleursduport.example', language, preferences },
    workspaces: [
      {
        id: brand,
        name: 'Fleurs du Port',
        language: 'fr',
        role: 'admin',
        permissions: Object.keys(permissions),
        secondFactorNeeded: given.silent,
      },
      {
        id: idOf(11, 2),
        name: 'Café du Quai',
        language: 'fr',
        role: 'admin',
        permissions: Object.keys(permissions),
        secondFactorNeeded: false,
      },
      {
        ...{ id: idOf(11, 9), name: 'Fleurs du Port', language: 'fr', role: 'admin', secondFactorNeeded: false },
        ...{ permissions: Object.keys(permissions), drill: { brandId: brand, over: false } },
      },
    ],
    authenticatedAt: now(),
  })
  const workspace = (): ReturnType<MockAnswers['readWorkspace']> => ({
    ...{
      id: brand,
      name: 'Fleurs du Port',
      language: 'fr',
      timeZone: 'Europe/Paris',
      undoMs: 8_000,
      lateAfterMinutes: 30,
    },
    privateWays: [
      { kind: 'phone', value: '02 40 11 22 33' },
      { kind: 'form', value: 'https://fleursduport.example/aide' },
    ],
  })
  const settled = (id: string) => {
    const known = unsettled(now()).find((d) => d.id === id) ?? unsettled(now())[0]
    if (known === undefined) throw new Error('nothing to settle')
    return known
  }
  return {
    readSetUp: () => ({ needed: false }),
    setUp: session,
    readSession: () => (signedIn ? session() : ({ refused: 'not-signed-in' } as never)),
    signIn: session,
    confirmSignIn: session,
    ...accessAnswers(session),
    signOut: () => done,
    listSessions: () => ({
      sessions: [
        { key: 'a', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', seenAt: now(), current: true },
        { key: 'b', userAgent: 'Mozilla/5.0 (iPhone) Safari/605', seenAt: now() - 90 * MINUTE, current: false },
      ],
    }),
    endSession: () => done,
    updateMe: (input) => {
      preferences = { ...preferences, ...input.preferences }
      language = input.language ?? language
      return session()
    },
    changePassword: () => done,
    acceptInvitation: session,
    listInbox: ({ after, limit = 100, cases, queue, q }) => {
      if (queue === 'resolved') return { rows: [], after: null }
      const wanted = cases === undefined ? rows() : rows().filter((n) => cases.includes(idOf(3, n)))
      const found =
        q === undefined ? wanted : wanted.filter((n) => rowOf(n, now()).excerpt.toLowerCase().includes(q.toLowerCase()))
      const from = after === undefined ? 0 : Number(after)
      const page = found.slice(from, from + limit)
      return {
        rows: page.map((n) => rowOf(n, now())),
        after: from + limit < found.length ? String(from + limit) : null,
      }
    },
    readHorizon: () => {
      const dues = rows()
        .slice(0, 200)
        .map((n) => n * 4 - 18)
      const bars = Array.from({ length: 42 }, (_, i) => ({
        fromMinutes: i * 5 - 30,
        toMinutes: i * 5 - 25,
        count: dues.filter((due) => due >= i * 5 - 30 && due < i * 5 - 25).length,
      }))
      const late = dues.filter((due) => due < 0).length
      return {
        ...{
          now: now(),
          owed: rows().length,
          owedMore: false,
          late,
          mine: 2,
          unowned: 9,
          waiting: 4,
          snoozed: 1,
          thanks: 3,
          thanksLate: 0,
          unsettled: 4,
          quarantined: 1,
        },
        nextDueAt: now() + 2 * MINUTE,
        bars: bars.filter((bar) => bar.count > 0),
      }
    },
    listAccounts: () => ({ accounts }),
    listViews: () => ({
      views: [{ id: idOf(12, 1), name: 'Livraisons en retard', filter: { late: 'true' }, shared: true }],
    }),
    saveView: ({ name, filter, shared }) => ({ id: idOf(12, 2), name, filter, shared }),
    deleteView: () => done,
    changeCases: ({ cases }) => ({ results: cases.map((id) => ({ id, refused: null })) }),
    readCase: ({ id }) => viewOf(numberOf(id), now(), drafts.get(numberOf(id)) ?? []),
    readOlderMessages: ({ id, before }) => olderOf(numberOf(id), Number(before), now()),
    readPrivateWay: ({ id }) => ({
      ...(numberOf(id) % 2 === 0
        ? { can: false, how: null, why: 'not-mutual', conditions: [] }
        : { can: true, how: 'direct-message', why: null, conditions: ['may-land-in-requests'] }),
      ...{ until: now() + 600 * MINUTE, offers: workspace().privateWays, checkedAt: now() },
    }),
    readTimeline: () => ({
      events: [
        { id: '1', at: now() - 90 * MINUTE, name: 'case.opened', by: null, data: {} },
        { id: '2', at: now() - 30 * MINUTE, name: 'case.assigned', by: people.sarah, data: {} },
        {
          ...{ id: '3', at: now() - 20 * MINUTE, name: 'case.assigned', by: null },
          data: {
            ownerId: people.aicha.id,
            because: { kind: 'knows-them', lastAt: now() - 90 * 24 * 60 * MINUTE },
          },
        },
      ],
    }),
    assignCase: () => done,
    snoozeCase: () => done,
    wakeCase: () => done,
    resolveCase: ({ id }) => {
      closed.add(numberOf(id))
      return done
    },
    reopenCase: ({ id }) => {
      closed.delete(numberOf(id))
      return done
    },
    addNote: ({ text }) => ({ id: idOf(6, 99), text, by: people.aicha, mentions: [], createdAt: now() }),
    labelCase: () => done,
    unlabelCase: () => done,
    recordFact: ({ kind, status, detail = '', proof = null, proofUrl = null }) => ({
      id: idOf(7, 99),
      kind,
      status,
      detail,
      proof,
      proofUrl,
      ...{ document: null, source: null },
      by: people.aicha,
      recordedAt: now(),
    }),
    showPresence: ({ id }) => ({
      pen: numberOf(id) === 6 ? { holder: people.julien, mine: false } : { holder: null, mine: true },
    }),
    leaveCase: () => done,
    takePen: () => done,
    saveDraft: ({ id, audience, text }) => {
      const others = (drafts.get(numberOf(id)) ?? []).filter((d) => d.audience !== audience)
      const version = ((drafts.get(numberOf(id)) ?? []).find((d) => d.audience === audience)?.version ?? 0) + 1
      drafts.set(numberOf(id), text === '' ? others : [...others, { audience, text, version, updatedAt: now() }])
      return { version: text === '' ? 0 : version }
    },
    sendReply: ({ id, deliveryId, audience, text, accountId }) => ({
      ...{
        id: deliveryId,
        caseId: id,
        accountId,
        audience,
        text,
        state: 'held',
        readyAt: now() + 8_000,
        queuedAt: now(),
        attempt: 0,
      },
      ...{ nextTryAt: null, reason: null, detail: null, permalink: null, by: people.aicha },
    }),
    readJournal: () => journalOf(now()),
    exportJournal: () => ({ text: 'at,event\n', after: null }),
    readSpeech: () => ({ stopped: given.silent ? silence(now()) : null }),
    stopSpeech: () => done,
    releaseSpeech: () => done,
    listUnsettled: () => ({
      deliveries: unsettled(now()).map((d) => ({ ...d, caseNumber: 4, authorName: 'Inès Bouvier' })),
    }),
    undoDelivery: () => ({ text: 'Bonjour, votre bouquet repart demain matin.', audience: 'public' }),
    settleDelivery: ({ id }) => settled(id),
    readWorkspace: workspace,
    updateWorkspace: workspace,
    createWorkspace: () => ({ id: idOf(11, 3) }),
    ...brandAnswers,
    ...teamAnswers,
    ...makeCharterAnswers(),
    ...caseFileAnswers,
    ...moderationAnswers,
    ...ruleAnswers,
    ...alertAnswers,
    ...incidentAnswers,
    ...radarAnswers,
    ...makeDrillAnswers(),
    ...ambassadorAnswers,
    ...outreachAnswers,
    ...digestAnswers,
    ...statementAnswers,
    ...scheduledAnswers,
    ...makeApprovalAnswers(),
    listNotifications: () => ({
      notifications: [
        {
          id: idOf(13, 1),
          kind: 'named-in-note',
          caseId: idOf(3, 0),
          data: {},
          createdAt: now() - 12 * MINUTE,
          readAt: null,
        },
        {
          id: idOf(13, 2),
          kind: 'case-given',
          caseId: idOf(3, 1),
          data: {},
          createdAt: now() - 300 * MINUTE,
          readAt: now(),
        },
      ],
    }),
    readNotifications: () => done,
    ...noticeAnswers(now),
    ...noteAnswers,
  }
}
