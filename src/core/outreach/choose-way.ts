import type { PrivateWay, WhyNotPrivate } from '#core/privacy/private-way.ts'

/** Somebody's own word that they want no more of it, kept for ever under everything that names them. */
export type Objection = { readonly kind: 'email' | 'author' | 'customer'; readonly value: string }

/** A conversation with this person, and what the network says of writing to them in private there (P2). */
export type KnownConversation = {
  readonly caseId: string
  readonly accountId: string
  readonly audience: 'public' | 'private'
  readonly lastInAt: number
  /** The account is connected, and of the brand. */
  readonly open: boolean
  readonly way: PrivateWay
}

export type OutreachWay =
  | { readonly kind: 'private-conversation' | 'private-message'; readonly caseId: string; readonly accountId: string }
  | { readonly kind: 'email'; readonly address: string; readonly accountId: string }

export type NoWay = 'opted-out' | 'no-address' | 'no-mail-account' | 'account-closed' | WhyNotPrivate

export type Reachable = {
  readonly emails: readonly string[]
  readonly conversations: readonly KnownConversation[]
  readonly optedOut: boolean
  /** The brand's account that can write first to an address; null without one. */
  readonly mailAccountId: string | null
}

const newest = (known: readonly KnownConversation[]): readonly KnownConversation[] =>
  known.toSorted((a, b) => b.lastInAt - a.lastInAt || (a.caseId < b.caseId ? -1 : 1))

/** Whether anything that names this person was told to be left alone: once is for ever, whatever the way. */
export const isOptedOut = (
  person: {
    readonly emails: readonly string[]
    readonly authorIds: readonly string[]
    readonly customerIds: readonly string[]
  },
  objections: readonly Objection[],
): boolean =>
  objections.some(({ kind, value }) => {
    if (kind === 'email') return person.emails.includes(value)
    return (kind === 'author' ? person.authorIds : person.customerIds).includes(value)
  })

/**
 * The lawful and possible way to one affected person: where they already speak with us in private, else the network's private message
 * where it reaches them, else the mail address of their order. Never in public; and where there is none, that is said (C2, P2, G2).
 */
export const chooseWay = ({
  emails,
  conversations,
  optedOut,
  mailAccountId,
}: Reachable): OutreachWay | { readonly kind: 'none'; readonly why: NoWay } => {
  if (optedOut) return { kind: 'none', why: 'opted-out' }
  const known = newest(conversations)
  const usable = known.filter(({ open, way }) => open && way.can)
  const here = usable.find(({ audience }) => audience === 'private') ?? usable[0]
  if (here !== undefined) {
    const kind = here.audience === 'private' ? 'private-conversation' : 'private-message'
    return { kind, caseId: here.caseId, accountId: here.accountId }
  }
  const [address] = emails
  if (address !== undefined && mailAccountId !== null) return { kind: 'email', address, accountId: mailAccountId }
  if (address !== undefined) return { kind: 'none', why: 'no-mail-account' }
  const [last] = known
  if (last === undefined) return { kind: 'none', why: 'no-address' }
  if (!last.open) return { kind: 'none', why: 'account-closed' }
  return { kind: 'none', why: last.way.can ? 'unknown' : last.way.why }
}
