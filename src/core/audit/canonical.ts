/** One line of the log as it is sealed: what is known of it, in words that every database and program writes alike. */
export type SealedEvent = {
  readonly id: string
  readonly workspaceId: string
  /** Microseconds since 1970, as digits. */
  readonly at: string
  readonly name: string
  readonly memberId: string | null
  readonly accountId: string | null
  readonly caseId: string | null
  readonly conversationId: string | null
  readonly data: unknown
}

/** JSON with the keys of every object in the order of their code units: the same value is the same text wherever it was stored. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
}

/** What a seal is computed from, besides the seal before it: one array, in this order (audit). */
export const canonicalEvent = (event: SealedEvent): string =>
  canonicalJson([
    event.id,
    event.workspaceId,
    event.at,
    event.name,
    event.memberId,
    event.accountId,
    event.caseId,
    event.conversationId,
    event.data,
  ])
