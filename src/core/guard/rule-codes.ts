import type { Finding, RuleCode } from './finding.ts'

/** Every code that a finding may carry, in the order in which people are shown them. */
export const RULE_CODES = [
  ...(['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9'] as const),
  ...(['C3', 'P1', 'P2', 'A4', 'D2x', 'H1', 'link', 'label', 'length', 'empty'] as const),
] as const satisfies readonly RuleCode[]

/**
 * Why a rule is nobody's to switch off: it protects a person (G1, G2), the law asks for it (G4, C3: a false claim misleads; D2x: a bought
 * review; label: an advertisement that does not say so), it keeps the brand's voice its own (G5), or there would be nothing that a network could carry.
 */
export type KeptFor = 'person' | 'law' | 'account' | 'network'

const KEPT: Partial<Record<RuleCode, KeptFor>> = {
  ...{
    G1: 'person',
    G2: 'person',
    G4: 'law',
    C3: 'law',
    D2x: 'law',
    label: 'law',
    G5: 'account',
    length: 'network',
    empty: 'network',
  },
}

/** What keeps a rule on for every brand; null: a manager may switch it off, with a reason (H1). */
export const keptFor = (rule: RuleCode): KeptFor | null => KEPT[rule] ?? null

/** An insult or a threat stays in, even where the brand has switched off the reading of tone (G3). */
const hurts = (finding: Finding): boolean =>
  finding.code === 'unkind-words' && (finding.params.tone === 'insult' || finding.params.tone === 'threat')

/** Whether a brand does not want to hear of a finding: its rule is off, may be, and nobody is hurt (H1). */
export const isSilenced = (finding: Finding, off: readonly RuleCode[]): boolean =>
  off.includes(finding.rule) && keptFor(finding.rule) === null && !hurts(finding)
