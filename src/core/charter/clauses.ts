import { TWO_READERS_ABOVE } from '#core/approval/approval-policy.ts'
import type { RuleCode } from '#core/guard/finding.ts'
import type { Language } from '#core/guard/guard-input.ts'
import { typesetFrench } from '#core/text/typeset-french.ts'
import type { Charter } from './charter.ts'
import type { Article, Clause, Keeper, Names } from './clause.ts'
import { folded } from './same-words.ts'
import { type CharterWords, STANDING } from './words/charter-words.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

export const charterWords: Readonly<Record<Language, CharterWords>> = { fr, en }

type Say = (words: CharterWords) => string
type Line = readonly [id: string, article: Article, keeper: Keeper, rules: readonly RuleCode[], say: Say]

const unless = (absent: boolean, line: Line): readonly Line[] => (absent ? [] : [line])

/** Who is there, where, and how soon; and who may say what. */
const linesOfWork = (charter: Charter, names: Names): readonly Line[] => [
  ['mission', 'mission', 'people', [], () => charter.mission],
  ['hours', 'hours', 'clock', [], (w) => w.hours(charter.week)],
  ...charter.networks.map(
    (network): Line => [`network:${network.connector}`, 'networks', 'clock', [], (w) => w.network(network, names)],
  ),
  ...charter.autonomy.map(
    (row): Line => [
      `autonomy:${row.role}:${folded(row.subject)}:${row.connector}`,
      'autonomy',
      'approval',
      [],
      (w) => w.autonomy(row, names),
    ],
  ),
  ...charter.sensitiveSubjects.map(
    (subject): Line => [`sensitive:${folded(subject.name)}`, 'sensitive', 'approval', [], (w) => w.sensitive(subject)],
  ),
]

const linesOfWaiting = ({ waiting }: Charter, names: Names): readonly Line[] => {
  const { amountAboveCents, reachAbove, accountIds, escalateAt, manyAbove = TWO_READERS_ABOVE } = waiting
  return [
    ...unless(amountAboveCents === null, [
      'waiting:amount',
      'waiting',
      'approval',
      [],
      (w) => w.amountAbove(amountAboveCents ?? 0),
    ]),
    ...unless(reachAbove === null, ['waiting:reach', 'waiting', 'approval', [], (w) => w.reachAbove(reachAbove ?? 0)]),
    ...unless(accountIds.length === 0, [
      'waiting:accounts',
      'waiting',
      'approval',
      [],
      (w) => w.accounts(accountIds.map(names.account)),
    ]),
    ['waiting:many', 'waiting', 'approval', [], (w) => w.manyAbove(manyAbove)],
    ['waiting:escalation', 'waiting', 'approval', [], (w) => w.escalation(escalateAt)],
  ]
}

/** What is said and how. */
const linesOfWords = (charter: Charter): readonly Line[] => [
  ...charter.reservedSubjects.map(
    (subject): Line => [
      `subject:${folded(subject.name)}`,
      'subjects',
      'guard',
      ['G9'],
      (w) => w.reservedSubject(subject),
    ],
  ),
  ...charter.reservedWords.map(
    (word): Line => [`word:${folded(word.words)}`, 'words', 'guard', ['H1'], (w) => w.reservedWord(word)],
  ),
  charter.signature === 'required'
    ? ['signature', 'voice', 'guard', ['A4'], (w) => w.signature(charter.signature)]
    : ['signature', 'voice', 'people', [], (w) => w.signature(charter.signature)],
  ['address', 'voice', 'people', [], (w) => w.address(charter.tone.address)],
  ...unless(charter.tone.likedWords.length === 0, [
    'liked',
    'voice',
    'people',
    [],
    (w) => w.liked(charter.tone.likedWords),
  ]),
  ['goodwill', 'gestures', 'guard', ['G8'], (w) => w.goodwill(charter.goodwill)],
  ...unless(charter.competitors.length === 0, [
    'competitors',
    'others',
    'guard',
    ['G9'],
    (w) => w.competitors(charter.competitors),
  ]),
  ...unless(charter.otherBrands.length === 0, [
    'other-brands',
    'others',
    'guard',
    ['G5'],
    (w) => w.otherBrands(charter.otherBrands),
  ]),
  ...unless(charter.ownHosts.length === 0, [
    'own-hosts',
    'others',
    'guard',
    ['link'],
    (w) => w.ownHosts(charter.ownHosts),
  ]),
]

const keeperOf = (code: (typeof STANDING)[number]): Pick<Clause, 'keeper' | 'rules'> =>
  code === 'V3'
    ? { keeper: 'approval', rules: [] }
    : code === 'D1'
      ? { keeper: 'desk', rules: [] }
      : { keeper: 'guard', rules: [code] }

const linesThatStand: readonly Line[] = STANDING.map((code): Line => {
  const { keeper, rules } = keeperOf(code)
  return [`always:${code}`, 'always', keeper, rules, (w) => w.standing[code]]
})

const linesOfKeeping = ({ moderationCauses, retention }: Charter): readonly Line[] => [
  ...moderationCauses.map((cause): Line => [`cause:${cause}`, 'moderation', 'people', [], (w) => w.cause[cause]]),
  ['retention:mentions', 'retention', 'people', [], (w) => w.retention.mentionMonths(retention.mentionMonths)],
  [
    'retention:conversations',
    'retention',
    'people',
    [],
    (w) => w.retention.conversationMonths(retention.conversationMonths),
  ],
  ['retention:evidence', 'retention', 'people', [], (w) => w.retention.evidenceMonths(retention.evidenceMonths)],
]

/** The agreement as it is read: one plain sentence a clause, in both languages, with what enforces it (H1). */
export const clausesOf = (charter: Charter, names: Names): Clause[] => {
  const seen = new Map<string, number>()
  return [
    ...linesOfWork(charter, names),
    ...linesOfWaiting(charter, names),
    ...linesOfWords(charter),
    ...linesThatStand,
    ...linesOfKeeping(charter),
  ].map(([id, article, keeper, rules, say]) => {
    const times = (seen.get(id) ?? 0) + 1
    seen.set(id, times)
    return {
      id: times === 1 ? id : `${id}#${times}`,
      article,
      keeper,
      rules,
      sentence: { fr: typesetFrench(say(fr)), en: say(en) },
    }
  })
}
