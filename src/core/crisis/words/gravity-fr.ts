import { typesetFrench } from '#core/text/typeset-french.ts'
import { HOUR_MS, MINUTE_MS } from '#core/time.ts'
import type { Gravity } from '../gravity.ts'
import type { Need } from '../gravity-sign.ts'
import { timesOf } from '../sign-volume.ts'
import { type GravitySaid, type GravityTongue, sayGravity } from './gravity-words.ts'

const figures = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })
const one = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
const figure = (n: number): string => (n < 10 ? one.format(n) : figures.format(n))
const many = (n: number, single: string, several: string): string => `${figure(n)} ${n >= 2 ? several : single}`
const people = (n: number): string => many(n, 'personne', 'personnes')
const listed = (items: readonly string[], last: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
const lasted = (ms: number): string => {
  const minutes = Math.round(ms / MINUTE_MS)
  if (ms < HOUR_MS) return `${minutes} min`
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60}`
}
const quoted = (words: readonly string[]): string => words.map((said) => `« ${said} »`).join(', ')

const SPEAKERS = {
  press: ['journaliste ou média supposé', 'journalistes ou médias supposés'],
  elected: ['élu supposé', 'élus supposés'],
  activist: ['militant supposé', 'militants supposés'],
  'large-audience': ['compte à large audience', 'comptes à large audience'],
  ordinary: ['personne ordinaire', 'personnes ordinaires'],
} as const
const FROM = { bio: 'dans sa présentation', name: 'dans son nom', handle: 'dans son pseudo' } as const
const VOICES = {
  1: 'un compte à large audience ou un militant prend la parole',
  2: 'un journaliste, un élu ou un compte de plus de 100 000 abonnés prend la parole',
  3: 'trois journalistes ou élus, ou un compte de plus d’un million d’abonnés, prennent la parole',
} as const
const REACH = {
  network: 'le sujet gagne un réseau de plus',
  newcomers: 'la moitié des personnes, dix au moins, n’a encore jamais écrit à la marque',
  lasting: 'cela dure trois heures',
} as const

const raised = (need: Need): string => {
  if (need.kind === 'times') return `le volume atteint ${figure(need.times)} fois l’habitude`
  if (need.kind === 'heated')
    return `${people(need.people)}${need.percent === 0 ? '' : ` et ${need.percent} % de ceux qui écrivent`} emploient des mots de crise`
  if (need.kind === 'voices') return VOICES[need.grade]
  return listed(
    need.by.map((by) => REACH[by]),
    'ou',
  )
}
const lowered = (need: Need): string => {
  if (need.kind === 'times') return `le volume repasse sous ${figure(need.times)} fois l’habitude`
  if (need.kind === 'heated')
    return `moins de ${people(need.people)}${need.percent === 0 ? '' : `, ou moins de ${need.percent} % de ceux qui écrivent,`} emploient des mots de crise sur une heure`
  return ''
}
const grades = (n: number): string => (n === 1 ? 'un cran' : `${n} crans`)

const tongue: GravityTongue = {
  names: { volume: 'Volume', wording: 'Mots', speakers: 'Qui parle', spread: 'Étendue' },
  heats: {
    ...{ danger: 'danger', boycott: 'boycott', scandal: 'scandale', deceit: 'tromperie', justice: 'plainte' },
    trade: 'sujet sensible de la charte',
  },
  speakers: (kind, count) => many(count, SPEAKERS[kind][0], SPEAKERS[kind][1]),
  guess: (name, kind, { from, words }) => `${name} : ${SPEAKERS[kind][0]}, pour « ${words} » ${FROM[from]}.`,
  headline: (level, atLeast, because) =>
    `Gravité ${level} sur 4${atLeast ? ' au moins' : ''} : ${because.length === 0 ? 'aucun des quatre signes ne pèse' : because.join(' ; ')}.`,
  short: (level, atLeast, names) =>
    `Gravité ${level} sur 4${atLeast ? ' au moins' : ''} : ${names.length === 0 ? 'aucun signe ne pèse' : names.join(', ')}.`,
  volume: ({ because }) => {
    if (because === null) return 'volume inconnu, rien n’est entendu'
    const said = `${many(because.counted, 'message', 'messages')} en ${lasted(because.overMs)}`
    return because.usual < 1
      ? `${said}, presque aucun d’habitude`
      : `${figure(timesOf(because))} fois l’habitude (${said}, ${figure(because.usual)} d’habitude)`
  },
  heat: (name, count, words) => `${name}${words.length === 0 ? '' : ` (${quoted(words)})`} chez ${people(count)}`,
  wording: ({ because: { people: all, heated } }, by) =>
    heated === 0
      ? `aucun mot de crise chez les ${people(all)} de la dernière heure`
      : `${people(heated)} sur ${figure(all)} en une heure ${heated >= 2 ? 'emploient' : 'emploie'} des mots de crise : ${listed(by, 'et')}`,
  speaking: ({ because: { greatest } }, who) =>
    who.length === 0
      ? 'personne encore'
      : `${listed(who, 'et')}${greatest === null ? '' : ` ; plus grande audience, ${many(greatest, 'abonné', 'abonnés')}`}`,
  spread: ({ because: { networks, newcomers, people: all, lastedMs } }) => {
    const [first, ...then] = networks
    if (first === undefined) return 'personne encore'
    const where =
      then.length === 0
        ? `sur ${first.network} seul`
        : `parti de ${first.network} (${figure(first.people)}), puis ${listed(
            then.map(({ network, people: n }) => `${network} (${figure(n)})`),
            'et',
          )}`
    return `${where}, ${people(newcomers)} sur ${figure(all)} jamais ${newcomers >= 2 ? 'entendues' : 'entendue'} avant, depuis ${lasted(lastedMs)}`
  },
  raised,
  lowered,
  raise: (level, n, needs) => `Monterait au niveau ${level} avec ${grades(n)} de plus, si ${listed(needs, 'ou si')}.`,
  lower: (level, n, needs) =>
    `Reviendrait au niveau ${level} avec ${grades(n)} de moins, si ${listed(needs, 'ou si')}.`,
  cannotFall: 'Ne redescend pas tant que cela dure : qui a parlé a parlé, un réseau atteint le reste.',
  floor: 'Deux personnes au moins parlent d’un danger pour quelqu’un : jamais sous le niveau 2.',
  unheard: 'Un compte au moins n’est pas entendu : ce niveau est un minimum, pas du calme.',
  untold: (count) => `Audience inconnue pour ${people(count)} : leur réseau ne la dit pas.`,
  guessing: 'Supposé d’après ce que ces personnes écrivent d’elles-mêmes, jamais vérifié :',
}

const typeset = (text: string): string => typesetFrench(text)

/** The gauge in French. */
export const sayGravityFr = (gravity: Gravity): GravitySaid => {
  const said = sayGravity(gravity, tongue)
  return {
    headline: typeset(said.headline),
    short: typeset(said.short),
    signs: said.signs.map((sign) => ({ ...sign, sentence: typeset(sign.sentence) })),
    raise: said.raise && typeset(said.raise),
    lower: said.lower && typeset(said.lower),
    notes: said.notes.map(typeset),
  }
}
