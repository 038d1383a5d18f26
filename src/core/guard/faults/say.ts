import type { Explanation, Fix, Found, Ground, Severity } from '../finding.ts'
import { edit, inviteInstead, openWay, removeStretch, replaceStretch, switchToPrivate } from '../fixes.ts'
import { toOriginal } from '../reading/fold.ts'
import { type PreparedDraft, trimmed } from '../reading/prepare.ts'
import type { Stretch } from '../reading/segment.ts'
import { courteous } from '../tone/courteous.ts'
import { conceptsIn } from './concepts-in.ts'
import type { Fault } from './fault.ts'

/** Which ground is slippery, by what the sentence speaks of; the gravest first. */
const GROUNDS: readonly (readonly [Ground, readonly string[]])[] = [
  ['politics', ['politics']],
  ['advice', ['medical-act', 'medical', 'tax-invest']],
  ['liability', ['liability', 'damages']],
  ['competitor', ['judge-rival', 'rival']],
]
const groundOf = (draft: PreparedDraft, part: Stretch): Ground => {
  const concepts = conceptsIn(draft.folded.slice(part.start, part.end))
  return GROUNDS.find(([, names]) => names.some((name) => concepts.has(name)))?.[0] ?? 'promise'
}

const isAdvertising = (draft: PreparedDraft, part: Stretch): boolean => {
  const concepts = conceptsIn(draft.folded.slice(part.start, part.end))
  return concepts.has('marketing-speak') && !concepts.has('admin-speak')
}

const explanationOf = (fault: Fault, draft: PreparedDraft, part: Stretch): Explanation => {
  switch (fault) {
    case 'G1':
      return { code: 'asks-personal-data', params: { what: 'something', asIfPrivate: false } }
    case 'G2':
      return { code: 'shows-personal-data', params: { what: 'something', customerWroteIt: false } }
    case 'G3':
      return { code: 'unkind-words', params: { tone: 'dismissal' } }
    case 'G4': {
      const requested = draft.input.facts.some((fact) => fact.status === 'requested')
      return { code: 'claim-without-fact', params: { claim: 'done', known: requested ? 'requested' : 'nothing' } }
    }
    case 'G5':
      return { code: 'personal-voice', params: {} }
    case 'G6':
      return { code: 'runs-down-our-own', params: {} }
    case 'G7':
      return { code: 'blames-the-complaint', params: {} }
    case 'G8':
      return { code: 'gesture-refused', params: { why: 'not-settled' } }
    case 'G9':
      return { code: 'slippery-ground', params: { ground: groundOf(draft, part), name: '' } }
    case 'A4':
      return { code: 'set-phrases', params: { like: isAdvertising(draft, part) ? 'advertising' : 'administration' } }
    case 'D2x':
      return { code: 'buys-a-review', params: {} }
    case 'P1':
      return { code: 'no-private-way', params: { surely: false } }
  }
}

const fixesOf = (fault: Fault, draft: PreparedDraft, part: Stretch): readonly Fix[] => {
  switch (fault) {
    case 'G1':
      return [...switchToPrivate(draft), ...inviteInstead(draft, part), removeStretch(draft, part)]
    case 'G2':
      return [...switchToPrivate(draft), removeStretch(draft, part)]
    case 'G3':
      return [
        replaceStretch(draft, 'say-it-courteously', part, courteous(draft.language, draft.tu)),
        removeStretch(draft, part),
      ]
    case 'P1': {
      const way = openWay(draft)
      const end = draft.text.trimEnd().length
      return way === undefined ? [] : [edit('add-private-way', end, end, ` ${way.wording[draft.language].trim()}`)]
    }
    default:
      return [removeStretch(draft, part)]
  }
}

/** What commits the brand, or speaks in another voice than its own, waits for a second person; what would be unlawful stays in. */
const GRAVE: Partial<Record<Fault, Severity>> = {
  ...{ G5: 'approve', G6: 'approve', G8: 'approve', G9: 'approve', D2x: 'block' },
}

/** What the model only guesses is shown for a second look. */
const SURE = 0.8
const severityOf = (fault: Fault, likely: number): Severity => (likely < SURE ? 'warn' : (GRAVE[fault] ?? 'warn'))

/** Says a fault of one sentence: why, and what to write instead. */
export const say = (fault: Fault, draft: PreparedDraft, part: Stretch, likely: number): Found => {
  const { start, end } = trimmed(draft.folded, part.start, part.end)
  return {
    ...explanationOf(fault, draft, part),
    severity: severityOf(fault, likely),
    ...toOriginal(draft, start, end),
    fixes: fixesOf(fault, draft, part),
  }
}
