import { changeCase } from '#server/cases/change-case.ts'
import type { Actor, Desk } from '#server/desk.ts'

interface Snooze {
  id: string
  until: number
  pastDeadlineBecause?: string | undefined
}

/** Sets a case aside until then; past its deadline only with a reason (A2). */
export const snoozeCase = (desk: Desk, actor: Actor, { id, until, pastDeadlineBecause }: Snooze) =>
  changeCase(desk, actor, id, {
    kind: 'snooze',
    until,
    ...(pastDeadlineBecause === undefined ? {} : { pastDeadlineBecause }),
  })

/** Brings a snoozed case back now. */
export const wakeCase = (desk: Desk, actor: Actor, { id }: { id: string }) =>
  changeCase(desk, actor, id, { kind: 'wake' })
