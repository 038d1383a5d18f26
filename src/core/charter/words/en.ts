import type { Severity } from '#core/guard/finding.ts'
import { sayAutonomy } from './autonomy.ts'
import type { CharterWords } from './charter-words.ts'
import { contradictionEn } from './contradiction-en.ts'
import { quoteAll, spellMinutes, spellMoney, spellWeek } from './spell.ts'

const quote = (list: readonly string[]) => quoteAll(list, 'en')
const money = (cents: number) => spellMoney(cents, 'en')
const months = (n: number) =>
  n === 0
    ? 'erased at once'
    : n % 12 === 0
      ? n === 12
        ? 'one year'
        : `${n / 12} years`
      : n === 1
        ? 'one month'
        : `${n} months`
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const then: Readonly<Record<Severity, string>> = {
  block: 'Never published.',
  approve: 'Published only once approved.',
  warn: 'Read again before it is sent.',
}

export const en: CharterWords = {
  article: {
    mission: 'Our mission',
    hours: 'When we are there',
    networks: 'Where we answer, how much, and how soon',
    autonomy: 'Who may say what without asking',
    sensitive: 'What several people read',
    waiting: 'When a reply waits for a second person',
    subjects: 'What we do not talk about',
    words: 'Words we do not use',
    voice: 'How we speak',
    gestures: 'Goodwill gestures',
    others: 'Others and us',
    always: 'What no charter changes',
    moderation: 'What the law lets us remove',
    retention: 'How long we keep things',
  },
  hours: (week) =>
    week.every((slots) => slots.length === 0)
      ? 'No hours are set.'
      : `${spellWeek(week, { days, range: (from, to) => `${from} to ${to}`, closed: 'closed' }, 'en')}.`,
  network: (
    { connector, expectedPerWeek, firstReplyMinutes, nextReplyMinutes, thanksReplyMinutes, calendar },
    { network },
  ) =>
    `${network(connector)}: about ${expectedPerWeek} ${expectedPerWeek === 1 ? 'message' : 'messages'} a week. First answer within ${spellMinutes(firstReplyMinutes, 'en')}, later ones within ${spellMinutes(nextReplyMinutes, 'en')}${
      thanksReplyMinutes === undefined ? '' : `, a thank you within ${spellMinutes(thanksReplyMinutes, 'en')}`
    }, ${calendar === 'always' ? 'day and night' : 'counted while we are there'}.`,
  autonomy: (row, names) => sayAutonomy(row, names, 'en'),
  sensitive: ({ name, words, approvers }) =>
    `${name}: read by ${approvers === 2 ? 'two other people' : 'another person'} before it leaves. Known by ${quote(words)}.`,
  reservedSubject: ({ name, words, severity }) => `${name}. ${then[severity]} Known by ${quote(words)}.`,
  reservedWord: ({ words, instead, severity }) =>
    `Not “${words}”${instead === undefined ? '' : `, rather “${instead}”`}. ${then[severity]}`,
  signature: (signature) =>
    signature === 'required'
      ? 'Every reply ends with the first name or the initials of the person who wrote it.'
      : 'Replies are not signed.',
  address: (address) =>
    ({
      vous: 'In French we say “vous”.',
      tu: 'In French we say “tu”.',
      free: 'We speak to people the way they speak to us: “vous” or “tu”.',
    })[address],
  liked: (words) => `Words that sound like us: ${quote(words)}.`,
  goodwill: ({ allowed, capCents, perYearCents }) =>
    allowed
      ? `A gesture is possible once the problem is settled, never before: ${money(capCents)} at most, and ${money(perYearCents)} a customer over twelve months.`
      : 'No goodwill gesture in replies.',
  competitors: (names) => `We do not judge in public: ${names.join(', ')}.`,
  otherBrands: (names) => `We never speak for another brand: ${names.join(', ')}.`,
  ownHosts: (hosts) => `Our links lead to our own pages and nowhere else: ${hosts.join(', ')}.`,
  amountAbove: (cents) => `A reply that names more than ${money(cents)} waits for a second person.`,
  reachAbove: (followers) => `A reply to someone whom more than ${followers} people follow waits for a second person.`,
  manyAbove: (people) =>
    people === 0
      ? 'A message to those whom an incident touches is always read by two other people before it leaves.'
      : `A message to more than ${people} ${people === 1 ? 'person' : 'people'} whom an incident touches is read by two others before it leaves.`,
  accounts: (accounts) => `Every reply waits for a second person on: ${accounts.join(', ')}.`,
  escalation: (share) =>
    `A request left unanswered goes to the next person once ${Math.round(share * 100)}% of the customer’s remaining time has passed.`,
  standing: {
    G1: 'We never ask for personal information in public.',
    G2: 'We never repeat personal information in public, even if the customer wrote it.',
    G3: 'We stay courteous, whatever we are told.',
    G4: 'We say only what the case file proves.',
    G5: 'We never post from an account other than the one shown.',
    G6: 'We never run down the brand, its city, its customers or its people.',
    G7: 'We never blame a customer for complaining in public.',
    P1: 'The first public answer to someone’s own dispute invites them to continue in private.',
    P2: 'We offer only a private way that reaches this person.',
    D2x: 'We never offer anything to change or remove a review.',
    V3: 'Someone who is learning never publishes alone.',
    D1: 'Criticism is never removed nor hidden.',
  },
  cause: {
    hate: 'Incitement to hatred may be removed: two people, a reason, the evidence kept.',
    threat: 'A threat may be removed: two people, a reason, the evidence kept.',
    'personal-data': 'Other people’s personal data may be removed: two people, a reason, the evidence kept.',
    spam: 'Advertising and robots may be removed: two people, a reason, the evidence kept.',
    impersonation: 'Impersonation may be removed: two people, a reason, the evidence kept.',
    minors: 'What puts a minor in danger may be removed: two people, a reason, the evidence kept.',
  },
  retention: {
    mentionMonths: (n) => `What we read and did not answer: ${months(n)}.`,
    conversationMonths: (n) => `An exchange, after its last message: ${months(n)}.`,
    evidenceMonths: (n) => `The evidence of a removal: ${months(n)}.`,
  },
  change: {
    added: (sentence) => `Added: ${sentence}`,
    removed: (sentence) => `Removed: ${sentence}`,
    changed: (before, after) => `Changed: ${before} From now on: ${after}`,
  },
  contradiction: contradictionEn,
}
