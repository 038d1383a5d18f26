import { chance, pick } from '#core/crowd/chance.ts'
import type { Mood, ScenarioPerson } from './scenario.ts'
import { type Scene, show } from './scene.ts'
import { messageActivity, nextMessageId } from './speak.ts'
import { beHeard } from './spread.ts'
import { volumeOf } from './volume.ts'

/** However loud it gets, no more of them write to the brand itself. */
export const MOST_PASSERS_BY = 60

const NAMES = {
  fr: [
    'Léa',
    'Hugo',
    'Mathilde',
    'Nolan',
    'Anaïs',
    'Romain',
    'Sarah',
    'Kévin',
    'Justine',
    'Malik',
    'Élodie',
    'Quentin',
  ],
  en: ['Ellie', 'Josh', 'Amara', 'Liam', 'Zoe', 'Ravi', 'Holly', 'Connor', 'Grace', 'Owen', 'Maya', 'Theo'],
} as const

const TONES: Record<Mood, number> = { stirring: -0.25, angry: -0.35, doubting: -0.1, calmed: 0.25, kind: 0.4 }

/** What the street says now. */
const moodNow = ({ state }: Scene, roll: number): readonly Mood[] => {
  if (state.reassured > 0.35 && state.heat < 60) return roll < 0.6 ? ['calmed', 'kind'] : ['doubting', 'calmed']
  if (state.mood < -35) return roll < 0.6 ? ['angry', 'stirring'] : ['stirring', 'angry']
  return roll < 0.5 ? ['doubting', 'stirring'] : ['stirring', 'doubting']
}

/** Somebody of the street writes to the brand: the more it is talked of, the more often. Nobody repeats what was said. */
export const passBy = (scene: Scene): void => {
  const { state, scenario } = scene
  const { usual, most } = scenario.crowd
  const roll = (question: string): number => chance(state.seed, 'street', state.ticked, question)
  const share = (volumeOf(scene) - usual) / (most - usual)
  if (state.passersBy >= MOST_PASSERS_BY || roll('comes') >= Math.min(0.3, share * 0.45)) return
  const moods = moodNow(scene, roll('mood'))
  const unused = scenario.voices.map((voice, at) => ({ voice, at })).filter(({ at }) => !state.voices.includes(at))
  const fitting = moods.map((mood) => unused.filter(({ voice }) => voice.mood === mood)).find((some) => some.length > 0)
  const chosen = pick(fitting ?? [], roll('voice'))
  if (!chosen) return
  const { mood, language, text } = chosen.voice
  state.passersBy += 1
  state.voices.push(chosen.at)
  const name = pick(NAMES[language], roll('name')) ?? ''
  const person: ScenarioPerson = {
    id: `passer-by-${state.passersBy}`,
    name,
    handle: `${name
      .normalize('NFKD')
      .replace(/\P{ASCII}/gu, '')
      .toLowerCase()}_${10 + Math.floor(roll('handle') * 90)}`,
    language,
    role: 'customer',
    temper: 'terse',
    wants: 'attention',
    followers: 10 + Math.floor(roll('followers') * 400),
    door: 'closed',
    opinion: 0,
    she: false,
    refusesPrivate: false,
    trusting: false,
    file: null,
    lines: {},
  }
  const because = { situation: mood }
  const said = text.replaceAll('{at}', `@${scenario.brand.handle}`).replaceAll('{brand}', scenario.brand.name)
  const activity = messageActivity(scene, person, nextMessageId(scene), {
    text: said,
    audience: 'public',
    owed: false,
    because,
  })
  show(scene, { kind: 'activity', person: person.id, because, activity })
  beHeard(scene, person, TONES[mood])
}
