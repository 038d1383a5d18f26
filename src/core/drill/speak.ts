import { pick } from '#core/crowd/chance.ts'
import { isOfTown, linesFor } from '#core/crowd/situation.ts'
import type { Activity, Audience } from '#core/mention.ts'
import { addressOf, referenceOf } from './affected-list.ts'
import type { Because } from './happening.ts'
import { linesOfDrill } from './lines.ts'
import type { ScenarioPerson } from './scenario.ts'
import { rollIn, type Scene, show, stateOf } from './scene.ts'

/** Fills in a sentence; the same person always speaks of the same reference. */
const filled = (scene: Scene, person: ScenarioPerson, line: string): string => {
  const { brand } = scene.scenario
  const slots: Record<string, string> = {
    at: `@${brand.handle}`,
    brand: brand.name,
    e: person.she ? 'e' : '',
    email: addressOf(person),
    order: referenceOf(scene.scenario, scene.state.seed, person),
    product: person.language === 'fr' ? 'dossier' : 'case',
  }
  return line.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot)
}

/** What this person says here: their own words first, then the drill's, then the town's; not what they have just said. */
export const lineFor = (scene: Scene, person: ScenarioPerson, situation: string): string | null => {
  const state = stateOf(scene, person.id)
  const { language, temper } = person
  const choices = [
    person.lines[situation] ?? [],
    ...linesOfDrill(language, situation, temper),
    ...(isOfTown(situation) ? linesFor(language, situation, temper) : []),
  ].map((lines) => lines.map((line) => filled(scene, person, line)))
  const fresh = choices.map((lines) => lines.filter((line) => !state?.said.includes(line)))
  const lines = fresh.find((some) => some.length > 0) ?? choices.find((some) => some.length > 0) ?? []
  return pick(lines, rollIn(scene, person.id, situation, state?.spoken ?? 0)) ?? null
}

export type Speech = {
  readonly text: string
  readonly audience: Audience
  readonly owed: boolean
  readonly because: Because
  readonly picture?: string | null
  readonly parentId?: string | null
}

const REMEMBERED = 8

export const messageActivity = (
  scene: Scene,
  person: ScenarioPerson,
  messageId: string,
  { text, audience, picture = null, parentId = null }: Speech,
): Activity => {
  return {
    kind: 'message',
    messageId,
    conversationKey: `${audience}/${person.id}/${scene.state.id}`,
    author: {
      externalId: person.id,
      handle: person.handle,
      displayName: person.name,
      followers: person.followers,
    },
    audience,
    form: audience === 'private' ? 'direct' : parentId === null ? 'mention' : 'reply',
    text,
    attachments: picture === null ? [] : [{ kind: 'image', name: 'capture.png', alt: picture }],
    ...(parentId === null ? {} : { parentId }),
    sentAt: scene.now,
  }
}

export const nextMessageId = ({ state }: Scene): string => {
  state.messages += 1
  return `${state.id}-${state.messages}`
}

/** Somebody says something on the network, and awaits an answer or not; gives the message's id. */
export const speak = (scene: Scene, person: ScenarioPerson, speech: Speech): string => {
  const messageId = nextMessageId(scene)
  const state = stateOf(scene, person.id)
  const parentId = speech.parentId ?? state?.last[speech.audience] ?? null
  const activity = messageActivity(scene, person, messageId, { ...speech, parentId })
  show(scene, { kind: 'activity', person: person.id, because: speech.because, activity })
  if (!state) return messageId
  state.spoken += 1
  state.last[speech.audience] = messageId
  state.said = [...state.said, speech.text].slice(-REMEMBERED)
  state.incoming = `${state.incoming}\n${speech.text}`.trim().slice(-2_000)
  if (speech.owed && !state.wait)
    state.wait = { since: scene.now, times: 0, messageId, audience: speech.audience, owed: true, late: false }
  else if (speech.owed && state.wait)
    state.wait = state.wait.owed
      ? { ...state.wait, messageId, audience: speech.audience }
      : { since: scene.now, times: 0, messageId, audience: speech.audience, owed: true, late: false }
  return messageId
}
