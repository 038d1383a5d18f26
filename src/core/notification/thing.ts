/** Same members in the same order, whatever order they were written in. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** What a notice is about: two with the same kind, case and particulars speak of one thing, and it is told once (L4). */
export const thingOf = (notice: {
  kind: string
  caseId: string | null
  data: Readonly<Record<string, unknown>>
}): string => `${notice.kind}|${notice.caseId ?? ''}|${canonical(notice.data)}`
