import { folded, isCanned, offersPrivateWay, saysSomething } from '#core/crowd/hear.ts'
import { checkDraft } from '#core/guard/check-draft.ts'
import { claimsOf } from '#core/guard/claims/claims-of.ts'
import type { ClaimKind, Finding } from '#core/guard/finding.ts'
import { NO_CHARTER } from '#core/guard/guard-charter.ts'
import type { CaseFact, GuardInput, OfferedWay } from '#core/guard/guard-input.ts'
import { prepareDraft } from '#core/guard/reading/prepare.ts'
import type { Audience } from '#core/mention.ts'
import { readMessage } from '#core/triage/read-message.ts'
import type { DrillCode } from './codes.ts'
import { hearSpeech } from './hear-speech.ts'
import type { ScenarioPerson, Trap } from './scenario.ts'
import { type Scene, stateOf } from './scene.ts'
import type { SpeechAct } from './speech-act.ts'
import { findTurn } from './turns.ts'

export type WordFault = {
  readonly code: DrillCode
  readonly weight: number
  readonly quote: string
  readonly trap: Trap | null
}

/** How words of the desk are heard in this scenario, now, by this person or by everybody. */
export type Heard = {
  readonly acts: ReadonlySet<SpeechAct>
  readonly faults: readonly WordFault[]
  /** What was claimed as done and is not: it will be found out. */
  readonly untrue: readonly { readonly claim: ClaimKind; readonly quote: string }[]
  /** First answers to a dispute are to invite to private (P1). */
  readonly owesInvitation: boolean
  readonly wrongLanguage: boolean
  readonly empty: boolean
}

export type SaidWords = {
  readonly text: string
  readonly audience: Audience
  readonly person: ScenarioPerson | null
  readonly holding: boolean
}

const isAbout = (about: readonly string[] | null, person: string | null): boolean =>
  about === null || (person !== null && about.includes(person))

/** What is true now of this person's affair, as the guard reads a case file (G4). */
export const factsNow = ({ scenario, state }: Scene, person: string | null): readonly CaseFact[] => {
  const facts: CaseFact[] = scenario.facts
    .filter((fact) => Object.hasOwn(state.factsTrue, fact.id) && isAbout(fact.about, person))
    .map(({ kind, status }) => ({ kind, status }))
  const inCharge = state.charge.includes('*') || (person !== null && state.charge.includes(person))
  const asked = state.asked.includes('*') || (person !== null && state.asked.includes(person))
  return [
    ...facts,
    ...(inCharge ? [{ kind: 'owner', status: 'done' as const }] : []),
    ...(asked ? [{ kind: 'question', status: 'requested' as const }] : []),
  ]
}

const waysTo = (scene: Scene, person: ScenarioPerson): readonly OfferedWay[] => [
  {
    kind: 'message',
    open: person.door === 'open' || stateOf(scene, person.id)?.last.private != null,
    wording: { fr: 'Écrivez-nous en message privé.', en: 'Please send us a private message.' },
  },
  { kind: 'email', open: true, wording: { fr: 'Écrivez-nous par e-mail.', en: 'Please e-mail us.' } },
]

const inputFor = (scene: Scene, { text, audience, person }: SaidWords): GuardInput => {
  const { scenario, state } = scene
  const now = person === null ? undefined : stateOf(scene, person.id)
  const facts = factsNow(scene, person?.id ?? null)
  return {
    text,
    audience,
    incoming: now?.incoming ?? '',
    isFirstAnswer: person !== null && (now?.publicAnswers ?? 0) === 0,
    isOwnDispute: person?.wants === 'repair' && person.role === 'customer',
    facts,
    settled: facts.some(({ kind, status }) => kind === 'resolution' && status === 'done') || now?.settled === true,
    privateWays: person === null ? [] : waysTo(scene, person),
    customer: person === null ? {} : { displayName: person.name, handle: person.handle },
    brand: {
      name: scenario.brand.name,
      account: `@${scenario.brand.handle}`,
      ownAccounts: [`@${scenario.brand.handle}`],
      ...(scenario.brand.city === null ? {} : { city: scenario.brand.city }),
    },
    recentReplies: state.told.filter(({ to }) => to !== person?.id).map((one) => one.text),
    charter: { ...NO_CHARTER, competitors: scenario.brand.competitors },
  }
}

/** What only the sure findings weigh; what the guard merely guesses is between it and the writer. */
const WEIGHTS: Partial<Record<Finding['rule'], number>> = {
  G1: 2,
  G2: 3,
  G3: 2,
  G5: 2,
  G6: 2,
  G7: 3,
  G8: 1,
  G9: 1,
  P2: 1,
  A4: 1,
}
/** Heard by anybody, whether or not the model is sure. */
const HEARD_ANYWAY = new Set<Finding['code']>(['private-way-closed', 'blames-the-complaint'])

const weightOf = (finding: Finding): number => {
  if (finding.code === 'unkind-words' && (finding.params.tone === 'insult' || finding.params.tone === 'threat'))
    return 3
  return WEIGHTS[finding.rule] ?? 0
}

const isSaidBefore = (found: readonly WordFault[], code: string): boolean => found.some((one) => one.code === code)

/** The names of those who speak for others are public. */
const isPublicFigure = (person: ScenarioPerson | null): boolean => person !== null && person.role !== 'customer'

const fromGuard = (findings: readonly Finding[], { text, holding, person }: SaidWords): WordFault[] => {
  const found: WordFault[] = []
  for (const finding of findings) {
    const { rule, severity, code, start, end } = finding
    const weight = weightOf(finding)
    if (weight === 0 || isSaidBefore(found, rule)) continue
    // That words are like others is a hint to their writer; people notice a copy (below).
    if (code === 'copied-reply' || (severity === 'warn' && !HEARD_ANYWAY.has(code))) continue
    if ((holding && rule === 'A4') || (rule === 'G2' && isPublicFigure(person))) continue
    const quote = end > start ? text.slice(start, end) : text
    found.push({ code: rule as DrillCode, weight, quote, trap: null })
  }
  return found
}

/** A set phrase, or what somebody was told already, word for word or nearly (A4). */
const copies = ({ state }: Scene, { text, holding, person }: SaidWords): WordFault[] => {
  if (holding || person === null) return []
  const told = state.told.map((one) => folded(one.text))
  return isCanned(text, told) ? [{ code: 'A4', weight: 1, quote: text, trap: null }] : []
}

const trapsIn = ({ scenario, state }: Scene, { text, audience }: SaidWords): WordFault[] =>
  scenario.traps.flatMap((trap) => {
    if (trap.in !== 'anywhere' && trap.in !== audience) return []
    if (trap.untilFact !== null && Object.hasOwn(state.factsTrue, trap.untilFact)) return []
    const quote = findTurn(text, trap.saying, 'does-not-count')
    return quote === null ? [] : [{ code: trap.code, weight: trap.weight, quote, trap }]
  })

/** A claim is quoted with the sentence that makes it. */
const sentenceAround = (text: string, start: number, end: number): string => {
  const before = Math.max(...['.', '!', '?', '\n'].map((sign) => text.lastIndexOf(sign, start - 1)))
  const after = /[.!?\n]/.exec(text.slice(end))
  return text.slice(before + 1, after ? end + after.index : text.length).trim()
}

const claimsIn = (findings: readonly Finding[], text: string) =>
  findings.flatMap((finding) =>
    finding.code === 'claim-without-fact' && finding.severity === 'block'
      ? [{ claim: finding.params.claim, quote: sentenceAround(text, finding.start, finding.end) }]
      : [],
  )

/** Claims of work begun: too early they are a fault of C1, and nobody finds them out. */
const OF_WORK: readonly ClaimKind[] = ['owner', 'request']
const BRIEF = 25

/** Somebody has it in hand, or a department was asked: then it may be said (C1 with G4). */
const isUnderWay = ({ state }: Scene, claim: ClaimKind, person: string | null): boolean => {
  const list = claim === 'owner' ? state.charge : state.asked
  const hasBegun = person === null ? list.length > 0 : list.includes(person) || list.includes('*')
  return hasBegun || (claim === 'owner' && state.done.includes('cell'))
}

/** Says that it is done, as the guard understands it: what it finds proved it does not complain of. */
const statesDone = (input: GuardInput): boolean =>
  claimsOf(prepareDraft(input)).some(({ kind }) => !OF_WORK.includes(kind))

/** Hears words as people do: the desk's own guard, the scenario's traps, and what the words do (G, P1, P2, A4, C1). */
export const judgeWords = (scene: Scene, words: SaidWords): Heard => {
  const { text, audience, person, holding } = words
  const input = inputFor(scene, words)
  const findings = checkDraft(input)
  const claims = claimsIn(findings, text)
  const knowsSomething = input.facts.some(({ status }) => status === 'done')
  const sprung = trapsIn(scene, words)
  const work = claims.find(({ claim }) => OF_WORK.includes(claim) && !isUnderWay(scene, claim, person?.id ?? null))
  const untrue = claims.filter(({ claim }) => !OF_WORK.includes(claim) && !(claim === 'done' && knowsSomething))
  const lie = untrue[0]
  const faults: WordFault[] = [
    ...fromGuard(findings, words).filter(({ code }) => !isSaidBefore(sprung, code)),
    ...sprung,
  ]
  if (!isSaidBefore(faults, 'A4')) faults.push(...copies(scene, words))
  if (lie && !isSaidBefore(sprung, 'G4') && !isSaidBefore(sprung, 'C3'))
    faults.push({ code: 'G4', weight: 3, quote: lie.quote, trap: null })
  if (work && !holding) faults.push({ code: 'C1', weight: 1, quote: work.quote, trap: null })
  const acts = hearSpeech(text, person?.name)
  const { language } = readMessage(text, { expected: person?.language ?? 'fr' })
  return {
    acts: statesDone(input) ? new Set([...acts, 'states-done']) : acts,
    faults,
    untrue: isSaidBefore(sprung, 'G4') ? [] : untrue,
    owesInvitation:
      audience === 'public' && input.isFirstAnswer && input.isOwnDispute === true && !offersPrivateWay(text),
    wrongLanguage: person !== null && text.length >= BRIEF && language !== 'other' && language !== person.language,
    empty: !saysSomething(text),
  }
}
