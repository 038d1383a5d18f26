import type { z } from 'zod'
import type { Route } from '#contract/route.ts'
import type { OpenSession } from '#server/access/session.ts'
import type { Actor, Desk, Refused } from '#server/desk.ts'

/** Who knocks: perhaps nobody known yet. */
export interface Visitor {
  session: OpenSession | null
  address: string
  userAgent: string
  /** Gives the browser a new session, in place of the one it may have. */
  keep(token: string): void
  forget(): void
}

export type SignedIn = Visitor & { session: OpenSession }

type Said<T> = T extends readonly (infer One)[]
  ? readonly Said<One>[]
  : T extends object
    ? { readonly [K in keyof T]: Said<T[K]> }
    : T

type Answer<O> = Promise<O | Refused>

/** What serves a route: it belongs to no session, to a member, or to a member in one brand, as the route's permission says. */
export type Implementation<I, O> =
  | { who: 'anyone'; run: (desk: Desk, visitor: Visitor, input: I) => Answer<O> }
  | { who: 'member'; run: (desk: Desk, member: SignedIn, input: I) => Answer<O> }
  | { who: 'actor'; run: (desk: Desk, actor: Actor, input: I) => Answer<O> }

export type Implementations<C extends Record<string, Route>> = {
  [K in keyof C]: Implementation<z.output<C[K]['input']>, Said<z.input<C[K]['output']>>>
}

export const forAnyone = <I, O>(run: (desk: Desk, visitor: Visitor, input: I) => Answer<O>) =>
  ({ who: 'anyone', run }) as const

export const forMember = <I, O>(run: (desk: Desk, member: SignedIn, input: I) => Answer<O>) =>
  ({ who: 'member', run }) as const

export const forActor = <I, O>(run: (desk: Desk, actor: Actor, input: I) => Answer<O>) =>
  ({ who: 'actor', run }) as const
