import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import type { Gravity } from '../gravity.ts'
import type { Need } from '../gravity-sign.ts'
import { timesOf } from '../sign-volume.ts'
import { type GravitySaid, type GravityTongue, sayGravity } from './gravity-words.ts'

const figures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const one = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const figure = (n: number): string => (n < 10 ? one.format(n) : figures.format(n))
const many = (n: number, single: string, several: string): string => `${figure(n)} ${n === 1 ? single : several}`
const people = (n: number): string => many(n, 'person', 'people')
const listed = (items: readonly string[], last: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
const lasted = (ms: number): string => {
  const minutes = Math.round(ms / MINUTE_MS)
  if (ms < HOUR_MS) return `${minutes} min`
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60}`
}
const quoted = (words: readonly string[]): string => words.map((said) => `“${said}”`).join(', ')

const SPEAKERS = {
  press: ['supposed journalist or outlet', 'supposed journalists or outlets'],
  elected: ['supposed elected person', 'supposed elected people'],
  activist: ['supposed activist', 'supposed activists'],
  'large-audience': ['account with a large audience', 'accounts with a large audience'],
  ordinary: ['ordinary person', 'ordinary people'],
} as const
const FROM = { bio: 'in what they say of themselves', name: 'in their name', handle: 'in their handle' } as const
const VOICES = {
  1: 'an account with a large audience or an activist speaks up',
  2: 'a journalist, an elected person or an account with over 100,000 followers speaks up',
  3: 'three journalists or elected people, or an account with over a million followers, speak up',
} as const
const REACH = {
  network: 'the matter reaches one more network',
  newcomers: 'half of the people, ten at least, never wrote to the brand before',
  lasting: 'it lasts three hours',
} as const

const raised = (need: Need): string => {
  if (need.kind === 'times') return `the volume reaches ${figure(need.times)} times the usual`
  if (need.kind === 'heated')
    return `${people(need.people)}${need.percent === 0 ? '' : ` and ${need.percent}% of those who write`} use words of a crisis`
  if (need.kind === 'voices') return VOICES[need.grade]
  return listed(
    need.by.map((by) => REACH[by]),
    'or',
  )
}
const lowered = (need: Need): string => {
  if (need.kind === 'times') return `the volume falls under ${figure(need.times)} times the usual`
  if (need.kind === 'heated')
    return `fewer than ${people(need.people)}${need.percent === 0 ? '' : `, or than ${need.percent}% of those who write,`} use words of a crisis in an hour`
  return ''
}
const grades = (n: number): string => (n === 1 ? 'one grade' : `${n} grades`)

const tongue: GravityTongue = {
  names: { volume: 'Volume', wording: 'Words', speakers: 'Who speaks', spread: 'Spread' },
  heats: {
    ...{ danger: 'danger', boycott: 'boycott', scandal: 'scandal', deceit: 'deceit', justice: 'legal action' },
    trade: 'a sensitive subject of the charter',
  },
  speakers: (kind, count) => many(count, SPEAKERS[kind][0], SPEAKERS[kind][1]),
  guess: (name, kind, { from, words }) => `${name}: ${SPEAKERS[kind][0]}, for “${words}” ${FROM[from]}.`,
  headline: (level, atLeast, because) =>
    `Gravity ${level} of 4${atLeast ? ' at least' : ''}: ${because.length === 0 ? 'none of the four signs weighs' : because.join('; ')}.`,
  short: (level, atLeast, names) =>
    `Gravity ${level} of 4${atLeast ? ' at least' : ''}: ${names.length === 0 ? 'no sign weighs' : names.join(', ')}.`,
  volume: ({ because }) => {
    if (because === null) return 'volume unknown, nothing is heard'
    const said = `${many(because.counted, 'message', 'messages')} in ${lasted(because.overMs)}`
    return because.usual < 1
      ? `${said}, hardly any as a rule`
      : `${figure(timesOf(because))} times the usual (${said}, ${figure(because.usual)} as a rule)`
  },
  heat: (name, count, words) => `${name}${words.length === 0 ? '' : ` (${quoted(words)})`} by ${people(count)}`,
  wording: ({ because: { people: all, heated } }, by) =>
    heated === 0
      ? `no word of a crisis from the ${people(all)} of the last hour`
      : `${people(heated)} of ${figure(all)} in an hour ${heated === 1 ? 'uses' : 'use'} words of a crisis: ${listed(by, 'and')}`,
  speaking: ({ because: { greatest } }, who) =>
    who.length === 0
      ? 'nobody yet'
      : `${listed(who, 'and')}${greatest === null ? '' : `; greatest audience, ${many(greatest, 'follower', 'followers')}`}`,
  spread: ({ because: { networks, newcomers, people: all, lastedMs } }) => {
    const [first, ...then] = networks
    if (first === undefined) return 'nobody yet'
    const where =
      then.length === 0
        ? `on ${first.network} alone`
        : `begun on ${first.network} (${figure(first.people)}), then ${listed(
            then.map(({ network, people: n }) => `${network} (${figure(n)})`),
            'and',
          )}`
    return `${where}, ${people(newcomers)} of ${figure(all)} never heard before, for ${lasted(lastedMs)}`
  },
  raised,
  lowered,
  raise: (level, n, needs) => `Would rise to level ${level} with ${grades(n)} more, if ${listed(needs, 'or if')}.`,
  lower: (level, n, needs) => `Would fall to level ${level} with ${grades(n)} less, if ${listed(needs, 'or if')}.`,
  cannotFall: 'Does not fall while it lasts: who has spoken has spoken, a network that was reached stays reached.',
  floor: 'Two people at least speak of danger to somebody: never under level 2.',
  unheard: 'One account at least is not heard: this level is a minimum, not calm.',
  untold: (count) => `Audience unknown for ${people(count)}: their network does not tell it.`,
  guessing: 'Supposed from what these people write of themselves, never verified:',
}

/** The gauge in English. */
export const sayGravityEn = (gravity: Gravity): GravitySaid => sayGravity(gravity, tongue)
