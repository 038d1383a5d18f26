/** Weights by code point, for networks that count some characters double; passed as data by the connector. */
export type WeightTable = {
  /** Inclusive ranges of code points. */
  readonly ranges: readonly { readonly from: number; readonly to: number; readonly weight: number }[]
  readonly otherWeight: number
  /** A whole emoji, however many code points it has. */
  readonly emojiWeight?: number
}

/** The limits of one kind of message on one network; a text must respect all that are given. */
export type LengthLimit = {
  /** What a reader calls characters. */
  readonly graphemes?: number
  /** In UTF-8. */
  readonly bytes?: number
  /** UTF-16 units. */
  readonly characters?: number
  readonly weighted?: { readonly limit: number; readonly table: WeightTable }
  /** What a link counts for, whatever its length, in every unit but bytes. */
  readonly urlWeight?: number
  /** Bare host names count as links when they end in one of these. */
  readonly bareDomains?: readonly string[]
  /** `@name@host` counts as `@name`. */
  readonly mentionsWithoutHost?: boolean
}

export type LengthUnit = 'graphemes' | 'bytes' | 'characters' | 'weighted'

/** The tightest of the limits, as the counter shows it. */
export type Length = {
  readonly used: number
  readonly max: number
  readonly unit: LengthUnit
  /** From this UTF-16 index on, the text is too long. */
  readonly over: { readonly start: number } | null
}
