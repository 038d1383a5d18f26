import { MINUTE_MS } from '#core/time.ts'
import type { Act } from './act.ts'
import { RULE_WORDS } from './rule-words.ts'
import type { DepartmentAnswer } from './scenario.ts'
import { note, type Scene, show } from './scene.ts'
import type { Plan } from './state.ts'
import { findTurn } from './turns.ts'

type Ask = Extract<Act, { kind: 'ask' }>

const fits = (answer: DepartmentAnswer, { person, text }: Ask): boolean =>
  (answer.about === null || (person !== null && answer.about.includes(person))) &&
  findTurn(text, answer.asked, 'counts') !== null

/** A department is brought in (T3); what it answers comes when it has looked. */
export const askDepartment = (scene: Scene, act: Ask): void => {
  const { state, scenario } = scene
  const department = scenario.departments.find(({ id }) => id === act.department)
  if (!department) return
  if (!state.asked.includes(act.person ?? '*')) state.asked.push(act.person ?? '*')
  const fitting = department.answers.filter((answer) => fits(answer, act))
  // A question about one person is answered of that person, before what holds for everybody.
  const [answer] = fitting.toSorted((a, b) => Number(a.about === null) - Number(b.about === null))
  const after = answer?.after ?? department.otherwise.after
  const isNew = answer !== undefined && !state.asked.includes(`answer/${answer.id}`)
  if (isNew) {
    state.asked.push(`answer/${answer.id}`)
    note(scene, {
      code: 'T3',
      is: 'kept',
      weight: 1,
      member: act.by,
      person: act.person,
      act: act.id,
      quote: act.text,
      why: RULE_WORDS.T3.kept,
    })
  }
  const at = scene.now + after * MINUTE_MS
  state.plans.push({ kind: 'inside', at, department: department.id, answer: answer?.id ?? null, act: act.id })
}

export const becomeTrue = (scene: Scene, fact: string): void => {
  if (Object.hasOwn(scene.state.factsTrue, fact)) return
  scene.state.factsTrue[fact] = scene.now
  show(scene, { kind: 'fact', fact, is: 'true' })
}

/** The desk is told; what is not true yet cannot be known. */
export const becomeKnown = (scene: Scene, fact: string): boolean => {
  const { factsTrue, factsKnown } = scene.state
  if (!Object.hasOwn(factsTrue, fact)) return false
  if (!Object.hasOwn(factsKnown, fact)) {
    factsKnown[fact] = scene.now
    show(scene, { kind: 'fact', fact, is: 'known' })
  }
  return true
}

/** A department has looked, and perhaps done something about it. */
export const answerFromInside = (scene: Scene, plan: Extract<Plan, { kind: 'inside' }>): void => {
  const department = scene.scenario.departments.find(({ id }) => id === plan.department)
  if (!department) return
  const answer = department.answers.find(({ id }) => id === plan.answer)
  for (const fact of answer?.makes ?? []) becomeTrue(scene, fact)
  const facts = [...(answer?.makes ?? []), ...(answer?.tells ?? [])].filter((fact) => becomeKnown(scene, fact))
  const says = answer?.says ?? department.otherwise.says
  const list = answer?.list ?? []
  const file = list.length === 0 ? {} : { list }
  show(scene, { kind: 'inside', department: department.id, says, facts, answers: plan.act, ...file })
}
