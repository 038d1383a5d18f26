import { applyCase } from '#core/case/apply-case.ts'
import type { CaseState } from '#core/case/case.ts'
import type { CaseCommand, CaseFacts } from '#core/case/command.ts'
import { decideCase } from '#core/case/decide-case.ts'
import type { CaseEvent } from '#core/case/event.ts'
import type { SlaPolicy } from '#core/sla/policy.ts'
import { MINUTE_MS } from '#core/time.ts'

export const NOON = Date.UTC(2026, 10, 23, 12)
export const at = (minutes: number) => NOON + minutes * MINUTE_MS
export const policy: SlaPolicy = { firstReplyMinutes: 120, nextReplyMinutes: 240, calendar: 'always' }

/** A case told as a story: each line at so many minutes past noon. */
export function story() {
  let state: CaseState | null = null
  let clock = 0
  const log: CaseEvent[] = []
  const more: { -readonly [K in keyof CaseFacts]?: CaseFacts[K] } = {}
  const tell = (minute: number, command: CaseCommand): string => {
    clock = minute
    const facts = { now: at(minute), by: 'aicha', policy, calendar: 'always' as const, ...more }
    const decided = decideCase(state, command, facts)
    if ('refused' in decided) return decided.refused
    for (const event of decided.events) state = applyCase(state, event)
    log.push(...decided.events)
    return decided.events.map(({ kind }) => kind).join(' ')
  }
  return {
    log,
    more,
    tell,
    writes: (minute: number, messageId: string, written = minute) =>
      tell(minute, { kind: 'receive-message', messageId, writtenAt: at(written) }),
    answers: (minute: number, seen?: number) =>
      tell(minute, { kind: 'answer-sent', sentAt: at(minute), seen: seen ?? state?.received ?? 0 }),
    says: (command: CaseCommand) => tell(clock + 1, command),
    get case(): CaseState {
      if (state === null) throw new Error('nobody has written yet')
      return state
    },
    get due(): number | null {
      return state?.dueAt == null ? null : (state.dueAt - NOON) / MINUTE_MS
    },
  }
}
