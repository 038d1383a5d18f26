import { MINUTE_MS } from '#core/time.ts'
import { becomeKnown } from './ask.ts'
import { noticeRemoval } from './hear-hiding.ts'
import type { Condition, Inject, InjectTime, RemovalInject } from './scenario.ts'
import { personIn, type Scene, show, stateOf } from './scene.ts'
import { nextMessageId, speak } from './speak.ts'
import { beHeard, loudness, stir, swayPublic } from './spread.ts'
import { volumeOf } from './volume.ts'

export const holds = (scene: Scene, condition: Condition): boolean => {
  const { state } = scene
  if ('met' in condition) return Object.hasOwn(state.met, condition.met)
  if ('missed' in condition) return !Object.hasOwn(state.met, condition.missed)
  if ('sprung' in condition) return Object.hasOwn(state.sprung, condition.sprung)
  if ('fact' in condition) return Object.hasOwn(state.factsTrue, condition.fact)
  if ('done' in condition) return state.done.includes(condition.done)
  return volumeOf(scene) > condition.above
}

/** Somebody who was told before they had to ask has nothing to complain about (C2). */
const isForestalled = (scene: Scene, inject: Inject): boolean => {
  if (inject.kind !== 'message' || !inject.owed) return false
  return stateOf(scene, inject.by)?.forestalled === true
}

const removal = (scene: Scene, { id, of }: InjectTime & RemovalInject): void => {
  const { scenario, state } = scene
  const messageId = state.messageOf[of]
  const written = scenario.injects.find(({ id }) => id === of)
  if (messageId === undefined || written === undefined) return
  const activity = { kind: 'deletion', messageId, deletedAt: scene.now } as const
  show(scene, { kind: 'activity', person: null, because: { inject: id }, activity })
  if (written.kind !== 'message') return
  noticeRemoval(scene, written.by, written.text)
}

const happen = (scene: Scene, inject: Inject): void => {
  const { state } = scene
  const because = { inject: inject.id }
  switch (inject.kind) {
    case 'message': {
      const person = personIn(scene, inject.by)
      if (!person) return
      const { text, audience, owed, picture, under } = inject
      const parentId = under === null ? null : (state.messageOf[under] ?? null)
      state.messageOf[inject.id] = speak(scene, person, { text, audience, owed, because, picture, parentId })
      if (audience === 'public' && person.role !== 'impostor') {
        const opinion = stateOf(scene, person.id)?.opinion ?? 0
        beHeard(scene, person, opinion / 100)
      }
      return
    }
    case 'own': {
      const messageId = nextMessageId(scene)
      const activity = { kind: 'own', messageId, audience: 'public', text: inject.text, sentAt: scene.now } as const
      state.messageOf[inject.id] = messageId
      show(scene, { kind: 'activity', person: null, because, activity })
      return
    }
    case 'removal':
      removal(scene, inject)
      return
    case 'inside': {
      const facts = inject.tells.filter((fact) => becomeKnown(scene, fact))
      show(scene, { kind: 'inside', department: inject.from, says: inject.says, facts, answers: null })
      return
    }
    case 'call': {
      const answerBy = scene.now + inject.within * MINUTE_MS
      state.calls[inject.id] = { person: inject.by, answerBy }
      state.plans.push({ kind: 'call-over', at: answerBy, inject: inject.id, person: inject.by })
      show(scene, { kind: 'call', person: inject.by, says: inject.says, answerBy })
      return
    }
    case 'elsewhere': {
      const { by, where, text, reach } = inject
      show(scene, { kind: 'elsewhere', person: by, where, text, reach })
      // What an article does depends on what it says: `stirs` tells it; its reach carries it.
      swayPublic(scene, Math.sign(-inject.stirs) * loudness(reach))
    }
  }
}

/** An inject of the timetable comes to its minute: it happens, or is passed over for good. */
export const carryOutInject = (scene: Scene, inject: Inject): void => {
  const { state } = scene
  const isOn =
    inject.when.every((one) => holds(scene, one)) &&
    !inject.unless.some((one) => holds(scene, one)) &&
    !isForestalled(scene, inject)
  if (!isOn) {
    state.passedOver.push(inject.id)
    return
  }
  state.injected[inject.id] = scene.now
  happen(scene, inject)
  stir(scene, inject.stirs)
}
