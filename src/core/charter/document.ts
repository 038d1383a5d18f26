import type { RuleCode } from '#core/guard/finding.ts'
import type { Language } from '#core/guard/guard-input.ts'
import { typesetFrench } from '#core/text/typeset-french.ts'
import type { Instant } from '#core/time.ts'
import type { Charter } from './charter.ts'
import { ARTICLES, type Article, type Clause, type Names } from './clause.ts'
import { charterWords, clausesOf } from './clauses.ts'
import { documentWords } from './words/document.ts'

export type Side = 'brand' | 'agency'
export const SIDES: readonly Side[] = ['brand', 'agency']

/** One version with what was decided about it. */
export type SignedCharter = {
  readonly number: number
  readonly charter: Charter
  readonly inForceAt: Instant | null
  /** A newer version is in force. */
  readonly replaced: boolean
  readonly approvals: readonly { readonly side: Side; readonly name: string; readonly at: Instant }[]
  /** Rules that a manager has switched off while this version holds. */
  readonly off: readonly {
    readonly rule: RuleCode
    readonly name: string
    readonly at: Instant
    readonly reason: string
  }[]
}

export type CharterDocument = {
  readonly language: Language
  readonly title: string
  /** Which version it is, and whether it holds. */
  readonly standing: readonly string[]
  readonly articles: readonly {
    readonly title: string
    /** Said once where one keeper keeps every clause. */
    readonly keptBy: string | null
    readonly clauses: readonly { readonly sentence: string; readonly keptBy: string | null }[]
  }[]
  readonly approvals: { readonly title: string; readonly lines: readonly string[] }
  readonly drawnUp: string
  readonly pageOf: (page: number, of: number) => string
}

/** Who sees to a clause, as the document says it: « Relu par la garde, avant chaque envoi (règle G9) ». */
export const sayKeeper = ({ keeper, rules }: Pick<Clause, 'keeper' | 'rules'>, language: Language): string => {
  const words = documentWords[language]
  return rules.length === 0 ? words.keeper[keeper] : `${words.keeper[keeper]} (${words.rules(rules.join(', '))})`
}

const articleOf = (
  article: Article,
  all: readonly Clause[],
  language: Language,
  sayOff: (clause: Clause) => readonly string[],
) => {
  const set = language === 'fr' ? typesetFrench : (text: string) => text
  const clauses = all
    .filter((clause) => clause.article === article)
    .map((clause) => ({
      sentence: clause.sentence[language],
      keptBy: set([sayKeeper(clause, language), ...sayOff(clause)].join('. ')),
    }))
  const first = clauses[0]?.keptBy ?? null
  const shared = clauses.every(({ keptBy }) => keptBy === first)
  return {
    title: set(charterWords[language].article[article]),
    keptBy: shared ? first : null,
    clauses: shared ? clauses.map(({ sentence }) => ({ sentence, keptBy: null })) : clauses,
  }
}

type Around = {
  readonly brand: string
  readonly names: Names
  readonly language: Language
  readonly now: Instant
  readonly timeZone: string
}

/** The agreement as both sides file it: which version, every clause with what enforces it, and who approved (H1). */
export const charterDocument = (signed: SignedCharter, around: Around): CharterDocument => {
  const { brand, names, language, now, timeZone } = around
  const words = documentWords[language]
  const dates = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone })
  // « 1er mars », and every other day as it is.
  const day = (at: Instant) => dates.format(at).replace(/^1 (?=\D)/, language === 'fr' ? '1er ' : '1 ')
  const set = language === 'fr' ? typesetFrench : (text: string) => text
  const clauses = clausesOf(signed.charter, names)
  const holds =
    signed.inForceAt === null
      ? words.draft
      : signed.replaced
        ? words.replaced(day(signed.inForceAt))
        : words.inForce(day(signed.inForceAt))
  const sayOff = ({ rules }: Clause) =>
    signed.off
      .filter(({ rule }) => rules.includes(rule))
      .map(({ rule, name, at, reason }) => words.off(rule, name, day(at), reason))
  return {
    language,
    title: set(words.title(brand)),
    standing: [words.version(signed.number), holds].map(set),
    articles: ARTICLES.map((article) => articleOf(article, clauses, language, sayOff)).filter(
      ({ clauses: said }) => said.length > 0,
    ),
    approvals: {
      title: words.approvals,
      lines: SIDES.map((side) => {
        const given = signed.approvals.find((one) => one.side === side)
        return set(given === undefined ? words.missing(side) : words.approved(side, given.name, day(given.at)))
      }),
    },
    drawnUp: set(words.drawnUp(day(now))),
    pageOf: words.page,
  }
}
