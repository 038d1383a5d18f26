/** How far somebody may speak without a second person: every word is read; only sensitive words; or alone on what they have earned (V1, V3). */
export const LEVELS = ['all-read', 'sensitive-read', 'alone-on'] as const
export type Level = (typeof LEVELS)[number]

export type Standing = {
  readonly level: Level
  /** Sensitive subjects on which they speak alone. */
  readonly subjects: readonly string[]
  /** Amounts that they name alone; null: the charter's own limit. */
  readonly upToCents: number | null
}

export const ALL_READ: Standing = { level: 'all-read', subjects: [], upToCents: null }
export const SENSITIVE_READ: Standing = { level: 'sensitive-read', subjects: [], upToCents: null }

/** A trainee's every word is read, whatever was written down (V3); a level is earned by agents, and nobody else needs one. */
export const standingOf = (role: string, kept: Standing | null): Standing => {
  if (role === 'trainee') return ALL_READ
  return role === 'agent' ? (kept ?? SENSITIVE_READ) : SENSITIVE_READ
}
