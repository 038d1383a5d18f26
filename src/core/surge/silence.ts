import { DAY_MS, type Instant } from '#core/time.ts'

/** Empty buckets in a row: since when, and how many messages would have been usual meanwhile. */
export type Quiet = { readonly sinceAt: Instant; readonly missing: number }

/** By chance alone, this many missing messages are a matter of one in twenty thousand (e⁻¹⁰). */
const PROOF = 10
/** A silence that lasts this long is the new habit: the brand is quiet, or somebody has been told for a week. */
const BELIEVED_AFTER_MS = 7 * DAY_MS

export const lengthenQuiet = (quiet: Quiet | null, at: Instant, count: number, usual: number): Quiet | null =>
  count > 0 ? null : { sinceAt: quiet?.sinceAt ?? at, missing: (quiet?.missing ?? 0) + usual }

/**
 * Whether nobody speaks, or nobody listens: a feed that is silent when it should not be is broken until proved otherwise, and is
 * not calm (L4). `overdispersion` is how much wider than chance this brand's counts scatter.
 */
export const isSilence = (quiet: Quiet | null, now: Instant, overdispersion: number): quiet is Quiet =>
  quiet !== null && now - quiet.sinceAt < BELIEVED_AFTER_MS && quiet.missing / Math.max(1, overdispersion) >= PROOF
