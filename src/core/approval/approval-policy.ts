/** A subject that several people read before it goes out (V1). */
export type SensitiveSubject = { readonly name: string; readonly words: readonly string[]; readonly approvers: 1 | 2 }

/** What one role may say alone: on a subject (`*`: any other), a network (`*`: any), up to an amount in cents (null: none may be named). */
export type Autonomy = {
  readonly role: 'manager' | 'validator' | 'agent'
  readonly subject: string
  readonly connector: string
  readonly upToCents: number | null
}

/** Above so many people two read a message to many, where nothing else is agreed. */
export const TWO_READERS_ABOVE = 50

/** When a reply waits for a second person; what is not named here never waits (V1, V2, V3). A trainee's always does. */
export type ApprovalPolicy = {
  readonly subjects: readonly SensitiveSubject[]
  readonly autonomy: readonly Autonomy[]
  /** A reply that names more than this waits; null: amounts do not make it wait. */
  readonly amountAboveCents: number | null
  /** A reply to somebody with more followers waits; null: reach does not make it wait. */
  readonly reachAbove: number | null
  /** A message to more people than this is read by two before the first one leaves; by one otherwise (C2). */
  readonly manyAbove: number
  /** Accounts on which every reply waits. */
  readonly accountIds: readonly string[]
  /** The share of the time left until the customer's deadline after which the request goes to the next person, from 0 to 1. */
  readonly escalateAt: number
}

export const NO_POLICY: ApprovalPolicy = {
  subjects: [],
  autonomy: [],
  amountAboveCents: null,
  reachAbove: null,
  manyAbove: TWO_READERS_ABOVE,
  accountIds: [],
  escalateAt: 0.4,
}
