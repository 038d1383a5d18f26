import { isOfTown, SITUATIONS } from '#core/crowd/situation.ts'
import { DOORS, TEMPERS } from '#core/crowd/temper.ts'
import { ACT_KINDS } from '../act.ts'
import { DRILL_CODES, type DrillCode } from '../codes.ts'
import { DRILL_SITUATIONS } from '../lines.ts'
import {
  type Condition,
  type DepartmentAnswer,
  type Expectation,
  type Inject,
  MOODS,
  ROLES,
  SCENARIO_FORMAT,
  type Scenario,
  type ScenarioDepartment,
  type ScenarioFact,
  type ScenarioPerson,
  type Trap,
  type Voice,
  WANTS,
} from '../scenario.ts'
import { SPEECH_ACTS } from '../speech-act.ts'
import { words } from './fault.ts'
import {
  complain,
  type Field,
  id,
  listOf,
  number,
  object,
  oneOf,
  optional,
  orNull,
  required,
  type Shape,
  text,
  told,
  truth,
} from './shape.ts'

/** Longer than any network carries, and than anybody reads in a crisis. */
const MESSAGE = 1_200
const TELLING = 2_000
export const LONGEST_MINUTES = 1_440

const LANGUAGES = ['fr', 'en'] as const
const minute = number(0, LONGEST_MINUTES)
const line = text(MESSAGE)
const none = <T>(shape: Shape<T>): Field<T | null> => optional(orNull(shape), null)
const ids = (most = 60): Field<readonly string[] | null> => none(listOf(id, most, 1))
const noIds: Field<readonly string[]> = optional(listOf(id, 60), [])
/** Words that are looked for in what the desk says. */
const turns = listOf(text(80), 40, 1)

const KNOWN: readonly string[] = [...SITUATIONS, ...DRILL_SITUATIONS.filter((one) => !isOfTown(one))]

/** What happens to a person, and what they say then: « lines ». */
const lines: Shape<Readonly<Record<string, readonly string[]>>> = (node, path, reading) => {
  if (node.kind !== 'object')
    return complain(reading, node, path, words('un objet entre { } est attendu', 'an object in { } is expected'))
  const read: Record<string, readonly string[]> = {}
  for (const entry of node.entries) {
    if (!KNOWN.includes(entry.key)) {
      complain(
        reading,
        entry,
        path,
        words(
          `rien de tel n’arrive à personne : l’un de ${KNOWN.join(', ')}`,
          `nothing like that happens to anybody: one of ${KNOWN.join(', ')}`,
        ),
      )
      continue
    }
    const said = listOf(line, 12, 1)(entry.node, `${path}.${entry.key}`, reading)
    reading.lines.set(`${path}.${entry.key}`, entry.line)
    if (said) read[entry.key] = said
  }
  return read
}

const codes: Shape<Readonly<Partial<Record<DrillCode, number>>>> = (node, path, reading) => {
  if (node.kind !== 'object' || node.entries.length === 0)
    return complain(
      reading,
      node,
      path,
      words(
        'les codes et leur poids sont attendus, comme { "A1": 2, "G4": 3 }',
        'codes and weights are expected, like { "A1": 2, "G4": 3 }',
      ),
    )
  const read: Partial<Record<DrillCode, number>> = {}
  for (const entry of node.entries) {
    const code = DRILL_CODES.find((one) => one === entry.key)
    const weight = number(1, 3)(entry.node, `${path}.${entry.key}`, reading)
    if (code === undefined)
      complain(
        reading,
        entry,
        path,
        words(
          `« ${entry.key} » n’est pas un code : ${DRILL_CODES.join(', ')}`,
          `"${entry.key}" is no code: ${DRILL_CODES.join(', ')}`,
        ),
      )
    else if (weight !== undefined) read[code] = weight
  }
  return read
}

const person = object<ScenarioPerson>({
  id: required(id),
  name: required(text(80)),
  handle: required(text(40)),
  language: required(oneOf(LANGUAGES)),
  role: optional(oneOf(ROLES), 'customer'),
  temper: required(oneOf(TEMPERS)),
  wants: required(oneOf(WANTS)),
  followers: required(number(0, 5_000_000)),
  door: optional(oneOf(DOORS), 'open'),
  opinion: optional(number(-100, 100), 0),
  she: optional(truth, false),
  refusesPrivate: optional(truth, false),
  trusting: optional(truth, false),
  file: none(told(TELLING)),
  lines: optional(lines, {}),
})

const fact = object<ScenarioFact>({
  id: required(id),
  says: required(told(400)),
  kind: required(id),
  status: optional(oneOf(['requested', 'done', 'cancelled']), 'done'),
  about: ids(),
  trueAt: none(minute),
  knownAt: none(minute),
})

const departmentAnswer = object<DepartmentAnswer>({
  id: required(id),
  asked: required(turns),
  about: ids(),
  after: required(minute),
  says: required(told(TELLING)),
  makes: noIds,
  tells: noIds,
  list: noIds,
})

const department = object<ScenarioDepartment>({
  id: required(id),
  name: required(told(80)),
  answers: optional(listOf(departmentAnswer, 30), []),
  otherwise: required(object({ after: required(minute), says: required(told(TELLING)) })),
})

const CONDITIONS = {
  met: { met: required(id) },
  missed: { missed: required(id) },
  sprung: { sprung: required(id) },
  fact: { fact: required(id) },
  done: { done: required(oneOf(ACT_KINDS)) },
  above: { above: required(number(0, 100_000)) },
} as const
const isCondition = (key: string): key is keyof typeof CONDITIONS => Object.hasOwn(CONDITIONS, key)

const condition: Shape<Condition> = (node, path, reading) => {
  const key = node.kind === 'object' ? node.entries[0]?.key : undefined
  if (node.kind !== 'object' || key === undefined || node.entries.length !== 1 || !isCondition(key))
    return complain(
      reading,
      node,
      path,
      words(
        `une seule condition est attendue, l’une de ${Object.keys(CONDITIONS).join(', ')}`,
        `a single condition is expected, one of ${Object.keys(CONDITIONS).join(', ')}`,
      ),
    )
  switch (key) {
    case 'met':
      return object(CONDITIONS.met)(node, path, reading)
    case 'missed':
      return object(CONDITIONS.missed)(node, path, reading)
    case 'sprung':
      return object(CONDITIONS.sprung)(node, path, reading)
    case 'fact':
      return object(CONDITIONS.fact)(node, path, reading)
    case 'done':
      return object(CONDITIONS.done)(node, path, reading)
    case 'above':
      return object(CONDITIONS.above)(node, path, reading)
  }
}
const conditions: Field<readonly Condition[]> = optional(listOf(condition, 10), [])

const onTime = {
  id: required(id),
  at: required(minute),
  when: conditions,
  unless: conditions,
  stirs: optional(number(-50, 100), 0),
}
type Of<K extends Inject['kind']> = Extract<Inject, { kind: K }>
const kindOf = <K extends string>(kind: K): Field<K> => required(oneOf([kind]))

const injects: { readonly [K in Inject['kind']]: Shape<Of<K>> } = {
  message: object<Of<'message'>>({
    ...onTime,
    kind: kindOf('message'),
    by: required(id),
    text: required(line),
    audience: optional(oneOf(['public', 'private']), 'public'),
    owed: optional(truth, true),
    under: none(id),
    picture: none(text(200)),
  }),
  own: object<Of<'own'>>({ ...onTime, kind: kindOf('own'), who: required(told(120)), text: required(line) }),
  removal: object<Of<'removal'>>({ ...onTime, kind: kindOf('removal'), of: required(id), who: required(told(120)) }),
  inside: object<Of<'inside'>>({
    ...onTime,
    kind: kindOf('inside'),
    from: required(id),
    says: required(told(TELLING)),
    tells: noIds,
  }),
  call: object<Of<'call'>>({
    ...onTime,
    kind: kindOf('call'),
    by: required(id),
    says: required(told(TELLING)),
    within: required(number(1, LONGEST_MINUTES)),
  }),
  elsewhere: object<Of<'elsewhere'>>({
    ...onTime,
    kind: kindOf('elsewhere'),
    by: required(id),
    where: required(told(120)),
    text: required(line),
    reach: required(number(0, 50_000_000)),
  }),
}
const INJECT_KINDS = ['message', 'own', 'removal', 'inside', 'call', 'elsewhere'] as const

const inject: Shape<Inject> = (node, path, reading) => {
  const entry = node.kind === 'object' ? node.entries.find(({ key }) => key === 'kind') : undefined
  const kind = oneOf(INJECT_KINDS)(entry?.node ?? { kind: 'null', line: node.line }, `${path}.kind`, reading)
  return kind === undefined ? undefined : injects[kind](node, path, reading)
}

const expectation = object<Expectation>({
  id: required(id),
  code: required(oneOf(DRILL_CODES)),
  weight: optional(number(1, 3), 2),
  says: required(told(400)),
  instead: required(told(600)),
  does: required(oneOf(ACT_KINDS)),
  after: none(id),
  by: required(minute),
  until: required(minute),
  to: ids(),
  with: optional(listOf(oneOf(SPEECH_ACTS), 8), []),
  saying: optional(listOf(turns, 10), []),
  calms: optional(number(0, 60), 0),
})

const trap = object<Trap>({
  id: required(id),
  code: required(oneOf(DRILL_CODES)),
  weight: optional(number(1, 3), 2),
  says: required(told(400)),
  instead: required(told(600)),
  saying: required(turns),
  in: optional(oneOf(['public', 'private', 'anywhere']), 'public'),
  untilFact: none(id),
  stirs: optional(number(0, 100), 20),
  found: none(object({ after: required(minute), by: required(id), text: required(line) })),
})

const voice = object<Voice>({
  mood: required(oneOf(MOODS)),
  language: optional(oneOf(LANGUAGES), 'fr'),
  text: required(line),
})

const clock: Shape<string> = (node, path, reading) =>
  node.kind === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(node.value)
    ? node.value
    : complain(reading, node, path, words('une heure est attendue, comme "08:30"', 'a time is expected, like "08:30"'))

/** What a scenario file may hold, and how much of it. */
export const scenarioShape: Shape<Scenario> = object<Scenario>({
  format: required(oneOf([SCENARIO_FORMAT])),
  id: required(id),
  title: required(told(120)),
  source: required(told(300)),
  briefing: required(told(TELLING)),
  lesson: required(told(TELLING)),
  codes: required(codes),
  brand: required(
    object<Scenario['brand']>({
      name: required(text(60)),
      handle: required(text(40)),
      city: none(text(60)),
      competitors: optional(listOf(text(60), 20), []),
      trade: required(told(200)),
    }),
  ),
  begins: required(object({ weekday: required(number(1, 7)), time: required(clock) })),
  lasts: required(number(10, LONGEST_MINUTES)),
  promise: optional(number(5, LONGEST_MINUTES), 120),
  validation: optional(number(1, LONGEST_MINUTES), 30),
  sensitive: optional(listOf(text(80), 40), []),
  crowd: required(
    object<Scenario['crowd']>({
      usual: required(number(0, 10_000)),
      most: required(number(1, 100_000)),
      mood: optional(number(-100, 100), 0),
      spreads: optional(number(0.2, 3), 1),
    }),
  ),
  people: required(listOf(person, 60, 1)),
  facts: optional(listOf(fact, 60), []),
  departments: optional(listOf(department, 12), []),
  injects: required(listOf(inject, 120, 1)),
  expects: optional(listOf(expectation, 40), []),
  traps: optional(listOf(trap, 40), []),
  voices: optional(listOf(voice, 120), []),
})
