import { wordsOf } from '../concepts/lexicon.ts'
import type { Found } from '../finding.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Stretch } from '../reading/segment.ts'
import type { Rule } from '../rule.ts'
import { asksForAnOffer } from '../rules/early-gesture.ts'
import type { Fault } from './fault.ts'
import { say } from './say.ts'
import { type Listed, listed, signsOf } from './signs.ts'
import type { Weigher } from './weigh.ts'

/**
 * What a list is sure of stays unless the model finds it this unlikely, as a share of what the model wants to say it by itself. An insult,
 * a number or a plain ask hardly ever means something else; a claim may.
 */
const DOUBTED = 0.002
const DOUBTED_CLAIM = 0.02
/** « Fait », « supprimé » are said of many things beside what was promised. */
const DOUBTED_VAGUE = 0.5
const VAGUE = new Set<unknown>(['done', 'request', 'owner'])

const doubtOf = (fault: Fault, { params }: Found): number => {
  if (fault !== 'G4') return DOUBTED
  return 'claim' in params && VAGUE.has(params.claim) ? DOUBTED_VAGUE : DOUBTED_CLAIM
}

const overlaps = (draft: PreparedDraft, { start, end }: Stretch, found: Found): boolean =>
  found.start < (draft.origin[end] ?? draft.text.length) && found.end > (draft.origin[start] ?? 0)

const KIND_OF_PROOF = new Set(['refund', 'delivery', 'replacement', 'resolution', 'owner', 'incident'])

/** Where a fault that only the model sees can be one at all: in public, before it is settled and where no offer is asked for, without a fact that may prove it. */
const possible = (fault: Fault, { input, incoming }: PreparedDraft): boolean => {
  switch (fault) {
    case 'G1':
    case 'G2':
    case 'P1':
      return input.audience === 'public'
    case 'G4':
      return !input.settled && !input.facts.some((f) => f.status === 'done' && KIND_OF_PROOF.has(f.kind))
    case 'G8':
      return !input.settled && !asksForAnOffer(incoming)
    default:
      return true
  }
}

/** « Sarah » at the end is a signature, and says nothing. */
const FEWEST_WORDS = 3
const isMoreThanAName = (draft: PreparedDraft, { start, end }: Stretch): boolean =>
  wordsOf(draft.folded.slice(start, end)).length >= FEWEST_WORDS

/** Whether a claim is proved is the lists' affair: a fact of another kind must not make the model believe it (G4). */
const apartFromFacts = (draft: PreparedDraft): PreparedDraft =>
  draft.input.facts.length === 0 ? draft : { ...draft, input: { ...draft.input, facts: [] } }

const isListed = (fault: Fault): fault is Listed => Object.hasOwn(listed, fault)

/** What the lists find of a fault, with how likely the model finds it there. */
const weighSigns = (weigher: Weigher, fault: Fault, draft: PreparedDraft) => {
  const signs = isListed(fault) ? signsOf(draft).flatMap(({ code, found }) => (code === fault ? [found] : [])) : []
  const judged =
    fault === 'G4' && signs.length > 0 ? weigher.sentences(apartFromFacts(draft)) : weigher.sentences(draft)
  return signs.map((found) => {
    const around = judged.filter(({ part }) => overlaps(draft, part, found))
    return {
      found,
      likely: Math.max(0, ...around.map(({ likely }) => likely[fault])),
      doubted: found.severity === 'block' ? doubtOf(fault, found) : 1,
    }
  })
}

/** The highest likelihood from which a fault of this draft would still be said. */
export const saidUpTo = (weigher: Weigher, fault: Fault, draft: PreparedDraft): number => {
  if (fault === 'P1') return weigher.dispute(draft)
  const signs = weighSigns(weigher, fault, draft).map(({ likely, doubted }) => likely / doubted)
  const seen = possible(fault, draft)
    ? weigher.sentences(draft).flatMap(({ part, likely }) => (isMoreThanAName(draft, part) ? [likely[fault]] : []))
    : []
  return Math.max(0, ...signs, ...seen)
}

/** What the lists find and the model believes, and what the model alone sees. */
const findFault = (weigher: Weigher, fault: Fault, draft: PreparedDraft): readonly Found[] => {
  const from = weigher.from(fault)
  const weighed = weigher.sentences(draft)
  const believed = weighSigns(weigher, fault, draft).flatMap(({ found, likely, doubted }) =>
    likely >= from * doubted ? [found] : [],
  )
  if (!possible(fault, draft)) return believed
  const seen = weighed.filter(
    ({ part, likely }) =>
      likely[fault] >= from && isMoreThanAName(draft, part) && !believed.some((found) => overlaps(draft, part, found)),
  )
  return [...believed, ...seen.map(({ part, likely }) => say(fault, draft, part, likely[fault]))]
}

const findDispute = (weigher: Weigher, draft: PreparedDraft): readonly Found[] => {
  const said = signsOf(draft).flatMap(({ code, found }) => (code === 'P1' ? [found] : []))
  if (draft.input.isOwnDispute !== undefined) return said
  if (weigher.dispute(draft) < weigher.from('P1') || draft.sentences.length === 0) return []
  const last = draft.sentences.at(-1)
  return said.length > 0 || last === undefined ? said : [say('P1', draft, last, weigher.dispute(draft))]
}

/** A rule whose lists and whose learned reading judge together. */
export const judgedRule = (weigher: Weigher, fault: Fault, rule: Omit<Rule, 'find'>): Rule => ({
  ...rule,
  find: (draft) => (fault === 'P1' ? findDispute(weigher, draft) : findFault(weigher, fault, draft)),
})
