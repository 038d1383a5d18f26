import type { Instant } from '#core/time.ts'

export const STEPS = ['complained', 'heard', 'settled', 'thanked', 'recommends'] as const
export type Step = (typeof STEPS)[number]

/** What shows that a step was made: a thing of the desk that can be opened, with its date. */
export type Proof = {
  readonly kind: 'message' | 'fact' | 'voucher'
  readonly id: string
  readonly caseId: string | null
  readonly at: Instant
}

/** What really happened with one customer, each with what proves it. */
export type Happening =
  /** They complained. */
  | { readonly what: 'complaint'; readonly proof: Proof }
  /** We answered them. */
  | { readonly what: 'answer'; readonly proof: Proof; readonly thanks: boolean }
  /** A fact with its proof says that it is settled. */
  | { readonly what: 'settlement'; readonly proof: Proof }
  /** They told others to come, or somebody came with their voucher. */
  | { readonly what: 'recommendation'; readonly proof: Proof }

export type Journey = {
  readonly reached: Step
  /** In order; a step without a line was not made. */
  readonly proofs: readonly { readonly step: Step; readonly proof: Proof }[]
}

const NEXT: Readonly<Record<Step, (one: Happening) => boolean>> = {
  complained: ({ what }) => what === 'complaint',
  heard: ({ what }) => what === 'answer',
  settled: ({ what }) => what === 'settlement',
  thanked: (one) => one.what === 'answer' && one.thanks,
  recommends: ({ what }) => what === 'recommendation',
}

/**
 * From detractor to ambassador, by dated proof and never by declaration (C5): each step is made by the first thing that happened after
 * the step before it. A new complaint after a settlement begins the journey again; one before it is the same affair.
 */
export const findJourney = (happenings: readonly Happening[]): Journey | null => {
  let proofs: { step: Step; proof: Proof }[] = []
  let recommended: Proof | null = null
  const reach = (step: Step, proof: Proof) => proofs.push({ step, proof })
  for (const one of happenings.toSorted((a, b) => a.proof.at - b.proof.at)) {
    const { what, proof } = one
    const settled = proofs.length >= STEPS.indexOf('settled') + 1
    if (what === 'complaint' && (proofs.length === 0 || settled)) {
      proofs = [{ step: 'complained', proof }]
      recommended = null
      continue
    }
    const next = STEPS[proofs.length]
    // The deed answers too: what was settled before a word was said was heard.
    if (next === 'heard' && what === 'settlement') reach('heard', proof)
    const step = STEPS[proofs.length]
    if (proofs.length > 0 && step !== undefined && NEXT[step](one)) reach(step, proof)
    if (what === 'recommendation' && settled) recommended ??= proof
    // Whoever recommends us before we thanked them is owed the thanks all the same.
    if (proofs.at(-1)?.step === 'thanked' && recommended !== null) reach('recommends', recommended)
  }
  const last = proofs.at(-1)
  return last === undefined ? null : { reached: last.step, proofs }
}
