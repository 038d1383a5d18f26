/** One sign that somebody is affected: an order of the file, words of theirs, or a fact on their case. */
export type Trace = {
  readonly source: 'order' | 'wrote' | 'fact'
  readonly order: string | null
  readonly day: string | null
  readonly solution: string | null
  readonly firstName: string | null
  readonly name: string | null
  /** In lower case. */
  readonly email: string | null
  readonly authorId: string | null
  /** Authors whom a member knows to be one person share it. */
  readonly customerId: string | null
  readonly caseId: string | null
}

/** One person to be told once, whatever the number of signs (C2). */
export type AffectedPerson = {
  readonly sources: readonly Trace['source'][]
  readonly firstName: string | null
  readonly name: string | null
  readonly orders: readonly string[]
  readonly day: string | null
  readonly solution: string | null
  readonly emails: readonly string[]
  readonly authorIds: readonly string[]
  readonly customerIds: readonly string[]
  readonly caseIds: readonly string[]
}

const orderKey = (order: string): string => order.trim().toLowerCase()

/** Orders under which the file names two addresses: the number alone does not say who is who. */
const sharedOrders = (traces: readonly Trace[]): ReadonlySet<string> => {
  const addresses = new Map<string, Set<string>>()
  for (const { order, email } of traces) {
    if (order === null || email === null) continue
    const known = addresses.get(orderKey(order)) ?? new Set()
    addresses.set(orderKey(order), known.add(email))
  }
  return new Set([...addresses].flatMap(([order, known]) => (known.size > 1 ? [order] : [])))
}

const marksOf = (trace: Trace, shared: ReadonlySet<string>): string[] => [
  ...(trace.email === null ? [] : [`email ${trace.email}`]),
  ...(trace.authorId === null ? [] : [`author ${trace.authorId}`]),
  ...(trace.customerId === null ? [] : [`customer ${trace.customerId}`]),
  ...(trace.order === null || shared.has(orderKey(trace.order)) ? [] : [`order ${orderKey(trace.order)}`]),
]

/** Groups traces that share a mark, however long the chain between them, in the order of their first one. */
const groupTraces = (traces: readonly Trace[]): readonly (readonly Trace[])[] => {
  const shared = sharedOrders(traces)
  const parent = traces.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parent[root] !== root) root = parent[root] ?? root
    parent[at] = root
    return root
  }
  const holder = new Map<string, number>()
  for (const [at, trace] of traces.entries())
    for (const mark of marksOf(trace, shared)) {
      const [a, b] = [rootOf(holder.get(mark) ?? at), rootOf(at)]
      parent[Math.max(a, b)] = Math.min(a, b)
      holder.set(mark, Math.min(a, b))
    }
  const groups = new Map<number, Trace[]>()
  for (const [at, trace] of traces.entries()) groups.set(rootOf(at), [...(groups.get(rootOf(at)) ?? []), trace])
  return [...groups.values()]
}

const all = <K extends keyof Trace>(traces: readonly Trace[], key: K): readonly NonNullable<Trace[K]>[] => [
  ...new Set(traces.flatMap((trace) => trace[key] ?? [])),
]

const first = <K extends keyof Trace>(traces: readonly Trace[], key: K): Trace[K] | null =>
  traces.find((trace) => trace[key] !== null)?.[key] ?? null

/**
 * The affected as people, each once: one address, one account of a network or one customer file is one person, and an order joins its
 * line of the file to the case that names it, unless the file gives that order to two addresses (C2, P3).
 */
export const joinPeople = (traces: readonly Trace[]): readonly AffectedPerson[] =>
  groupTraces(traces).map((group) => ({
    sources: all(group, 'source'),
    // What the brand's own file calls somebody is better than what they call themselves on a network.
    firstName: first(group, 'firstName'),
    name: first(group, 'name'),
    orders: all(group, 'order'),
    day: first(group, 'day'),
    solution: first(group, 'solution'),
    emails: all(group, 'email'),
    authorIds: all(group, 'authorId'),
    customerIds: all(group, 'customerId'),
    caseIds: all(group, 'caseId'),
  }))
