import type { MemberRef } from '#contract/shapes.ts'
import { api, isRefused } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { ask } from '../ui/dialogs.ts'
import { speaking } from '../words/words.ts'
import { changeNow } from './change.ts'
import { askSnooze } from './snooze-question.ts'

/** What a deed needs to know of each case it is done to. */
export type Subject = {
  readonly id: string
  readonly owner: MemberRef | null
  readonly owed: boolean
  readonly dueAt: number | null
}

const idsOf = (subjects: readonly Subject[]) => subjects.map((s) => s.id)
const refusedIn = (results: readonly { refused: string | null }[]) => results.find((r) => r.refused !== null)?.refused
const many = async (subjects: readonly Subject[], change: Parameters<typeof api.changeCases>[0]['change']) => {
  const { results } = await api.changeCases({ cases: idsOf(subjects), change })
  const refused = refusedIn(results)
  if (refused !== undefined && refused !== null) throw new Error(refused)
}

/** Names who answers; a colleague's case is taken over knowingly (T1). */
export const assign = async (subjects: readonly Subject[], to: MemberRef | null): Promise<void> => {
  const { w } = speaking()
  const [one] = subjects
  if (one === undefined) return
  if (subjects.length === 1 && to !== null && one.owner !== null && one.owner.id !== to.id) {
    const sure = await ask({
      kind: 'confirm',
      title: w.act.takeOverTitle(one.owner.name),
      text: w.act.takeOverText(one.owner.name),
      yes: w.act.takeOverYes,
    })
    if (sure === null) return
  }
  await changeNow({
    cases: idsOf(subjects),
    row: { owner: to },
    view: { owner: to },
    send: () =>
      subjects.length === 1
        ? api.assignCase({ id: one.id, memberId: to?.id ?? null, takeOver: true })
        : many(subjects, { kind: 'assign', memberId: to?.id ?? null }),
    done: to === null ? w.act.unassigned(subjects.length) : w.act.assigned(subjects.length, to.name),
    ...(subjects.length === 1 ? { undo: () => void assign([{ ...one, owner: null }], one.owner) } : {}),
  })
}

export const askAssign = async (subjects: readonly Subject[]): Promise<void> => {
  const { w } = speaking()
  const { members } = await queryClient.ensureQueryData(queries.members())
  const here = members.filter((m) => !m.disabled)
  const owner = subjects.length === 1 ? subjects[0]?.owner?.id : undefined
  const id = await ask({
    kind: 'pick',
    title: w.act.assignTitle(subjects.length),
    options: [
      ...here.map((m) => ({ id: m.id, text: m.name, detail: w.roles[m.role], on: m.id === owner })),
      { id: 'nobody', text: w.act.nobody },
    ],
  })
  if (id === null) return
  const member = here.find((m) => m.id === id)
  await assign(subjects, member === undefined ? null : { id: member.id, name: member.name })
}

/** Closes. Silence needs a reason (A1); « answered elsewhere » says where. */
export const askResolve = async (subjects: readonly Subject[], moveOn: () => void): Promise<void> => {
  const { w } = speaking()
  const silent = subjects.some((s) => s.owed)
  let reason = 'answered'
  let note = ''
  if (silent) {
    const reasons = [
      'no-answer-needed',
      'thanks-sufficient',
      'answered-elsewhere',
      'duplicate',
      'spam',
      'author-deleted',
    ] as const
    const picked = await ask({
      kind: 'pick',
      title: w.act.resolveTitle(subjects.length),
      options: reasons.map((id) => ({ id, text: w.reasons[id], detail: w.reasonHints[id] })),
    })
    if (picked === null) return
    reason = picked
    if (picked === 'answered-elsewhere') {
      const where = await ask({
        kind: 'words',
        title: w.act.whereTitle,
        label: w.act.whereLabel,
        yes: w.act.resolve,
        required: true,
        long: true,
      })
      if (where === null) return
      note = where
    }
  }
  await resolveWith(subjects, reason, note, moveOn)
}

const closingReasons = [
  'answered',
  'no-answer-needed',
  'thanks-sufficient',
  'answered-elsewhere',
  'duplicate',
  'spam',
  'author-deleted',
] as const

const resolveWith = async (
  subjects: readonly Subject[],
  picked: string,
  note: string,
  moveOn: () => void,
): Promise<void> => {
  const { w } = speaking()
  const [one] = subjects
  const reason = closingReasons.find((known) => known === picked)
  if (one === undefined || reason === undefined) return
  const said = note === '' ? {} : { note }
  moveOn()
  await changeNow({
    cases: idsOf(subjects),
    row: 'gone',
    view: { state: 'resolved', dueAt: null, resolution: reason },
    send: async () => {
      if (subjects.length > 1) return many(subjects, { kind: 'resolve', reason, ...said })
      try {
        return await api.resolveCase({ id: one.id, reason, ...said })
      } catch (error) {
        // Criticism is not made to vanish behind a reason: the desk asks why in words (D1).
        if (!isRefused(error, 'criticism-needs-an-answer') && !isRefused(error, 'note-needed')) throw error
        const why = await ask({
          kind: 'words',
          title: w.act.criticismTitle,
          label: w.act.criticismLabel,
          yes: w.act.resolve,
          required: true,
          long: true,
        })
        if (why === null) throw error
        return api.resolveCase({ id: one.id, reason, note: why })
      }
    },
    done: w.act.resolved(subjects.length),
    ...(subjects.length === 1 ? { undo: () => void reopen(one) } : {}),
  })
}

export const reopen = (subject: Subject): Promise<boolean> =>
  changeNow({
    cases: [subject.id],
    row: { state: 'reopened' },
    view: { state: 'reopened' },
    send: () => api.reopenCase({ id: subject.id }),
    done: speaking().w.act.reopened,
  })

/** Sets aside until a moment; past the deadline only with a reason (A2). */
export const snooze = async (subjects: readonly Subject[], moveOn: () => void): Promise<void> => {
  const { w, f } = speaking()
  const [one] = subjects
  if (one === undefined) return
  const dues = subjects.flatMap((s) => s.dueAt ?? [])
  const until = await askSnooze(dues.length > 0 ? Math.min(...dues) : null)
  if (until === null) return
  let because: string | null = null
  if (subjects.length === 1 && one.dueAt !== null && until > one.dueAt) {
    because = await ask({
      kind: 'words',
      title: w.act.pastDeadlineTitle(f.moment(one.dueAt, Date.now())),
      label: w.act.pastDeadlineLabel,
      yes: w.act.snoozeYes,
      required: true,
    })
    if (because === null) return
  }
  moveOn()
  await changeNow({
    cases: idsOf(subjects),
    row: 'gone',
    view: { snoozedUntil: until },
    send: () =>
      subjects.length === 1
        ? api.snoozeCase({ id: one.id, until, ...(because === null ? {} : { pastDeadlineBecause: because }) })
        : many(subjects, { kind: 'snooze', until }),
    done: w.act.snoozed(subjects.length, f.moment(until, Date.now())),
    ...(subjects.length === 1 ? { undo: () => void wake(one) } : {}),
  })
}

export const wake = (subject: Subject): Promise<boolean> =>
  changeNow({
    cases: [subject.id],
    row: { snoozedUntil: null },
    view: { snoozedUntil: null },
    send: () => api.wakeCase({ id: subject.id }),
    done: speaking().w.act.woken,
  })
