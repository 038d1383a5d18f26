import type { Actor } from '#server/desk.ts'
import type { LogPosition, Told } from '#server/queries/events-since.ts'

/** What a page is told: what changed, never what it says now. */
export type News =
  | { kind: 'event'; event: Told }
  | { kind: 'presence'; caseId: string }
  /** Where the page stands; `reset` says that too much happened to be told, and that everything is to be read again. */
  | { kind: 'position'; position: LogPosition; reset: boolean }
  | { kind: 'end' }

/** One live page of a member. */
export interface Listener {
  actor: Actor
  session: { hash: Buffer; key: string }
  tell(news: News): void
}
