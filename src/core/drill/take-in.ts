import { MINUTE_MS } from '#core/time.ts'
import type { Act } from './act.ts'
import { askDepartment } from './ask.ts'
import { meetExpectations } from './expect.ts'
import { hearContact } from './hear-contact.ts'
import { hearHiding } from './hear-hiding.ts'
import { hearReply } from './hear-reply.ts'
import { hearStatement } from './hear-statement.ts'
import { RULE_WORDS } from './rule-words.ts'
import { note, type Scene } from './scene.ts'

const submit = ({ state, scenario, now }: Scene, { draft, person }: Extract<Act, { kind: 'submit' }>): void => {
  if (Object.hasOwn(state.drafts, draft)) return
  state.drafts[draft] = { person, since: now, held: false, late: false }
  state.plans.push({ kind: 'reader-late', at: now + scenario.validation * MINUTE_MS, draft })
}

const decide = (scene: Scene, act: Extract<Act, { kind: 'decide' }>): void => {
  const draft = Object.hasOwn(scene.state.drafts, act.draft) ? scene.state.drafts[act.draft] : undefined
  if (!draft) return
  delete scene.state.drafts[act.draft]
  if (draft.late) return
  note(scene, {
    code: 'V2',
    is: 'kept',
    weight: 1,
    member: act.by,
    person: draft.person,
    act: act.id,
    why: RULE_WORDS.V2.kept,
  })
}

/** The reader has kept the public waiting longer than the clock allows (V2). */
export const readerIsLate = (scene: Scene, id: string): void => {
  const draft = Object.hasOwn(scene.state.drafts, id) ? scene.state.drafts[id] : undefined
  if (!draft || draft.held || draft.late) return
  draft.late = true
  const { broken, instead } = RULE_WORDS.V2
  note(scene, { code: 'V2', is: 'missed', weight: 2, person: draft.person, why: broken, instead })
}

const AMPLE = 4_000

/** What the desk does enters the world. */
export const takeIn = (scene: Scene, act: Act): void => {
  const { state } = scene
  state.taken.push(act.id)
  if (act.kind === 'stopped') return
  if (!state.done.includes(act.kind)) state.done.push(act.kind)
  switch (act.kind) {
    case 'reply':
      hearReply(scene, { ...act, text: act.text.slice(0, AMPLE) })
      return
    case 'statement':
      hearStatement(scene, { ...act, text: act.text.slice(0, AMPLE) })
      return
    case 'contact':
      hearContact(scene, { ...act, text: act.text.slice(0, AMPLE) })
      return
    case 'ask':
      askDepartment(scene, act)
      break
    case 'take':
      if (!state.charge.includes(act.person ?? '*')) state.charge.push(act.person ?? '*')
      break
    case 'hide':
      hearHiding(scene, { ...act, text: act.text.slice(0, AMPLE) })
      break
    case 'submit':
      submit(scene, act)
      break
    case 'decide':
      decide(scene, act)
      break
    case 'cell':
    case 'pause':
      break
  }
  meetExpectations(scene, act)
}
