import type {
  ClaimKind,
  DatumKind,
  ExplanationCode,
  Explanations,
  FixLabel,
  Ground,
  RuleCode,
  Severity,
  Tone,
} from '../finding.ts'

/** All that the guard says to the writer, in one language. A missing sentence does not compile. */
export type GuardWords = {
  readonly rule: Readonly<Record<RuleCode, string>>
  readonly severity: Readonly<Record<Severity, string>>
  readonly explain: { readonly [K in ExplanationCode]: (params: Explanations[K]) => string }
  readonly fix: Readonly<Record<FixLabel, string>>
}

export type Named = {
  readonly datum: Readonly<Record<DatumKind, string>>
  readonly claim: Readonly<Record<ClaimKind, string>>
  readonly tone: Readonly<Record<Tone, string>>
  readonly ground: Readonly<Record<Ground, string>>
}
