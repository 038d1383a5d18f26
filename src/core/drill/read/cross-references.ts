import type { Condition, Scenario } from '../scenario.ts'
import { words } from './fault.ts'
import { complain, type Reading } from './shape.ts'

type Check = { readonly scenario: Scenario; readonly reading: Reading }

const at = ({ reading }: Check, path: string, fr: string, en: string): void => {
  complain(reading, { line: reading.lines.get(path) ?? 0 }, path, words(fr, en))
}

const LISTS = ['people', 'facts', 'departments', 'injects', 'expects', 'traps'] as const

const sameTwice = (check: Check): void => {
  for (const list of LISTS) {
    const seen = new Set<string>()
    check.scenario[list].forEach(({ id }, place) => {
      if (seen.has(id))
        at(
          check,
          `${list}[${place}].id`,
          `« ${id} » est déjà le nom d’un autre : en choisir un qui ne sert qu’ici`,
          `"${id}" is already the name of another: choose one that is used here only`,
        )
      seen.add(id)
    })
  }
}

const peopleFit = (check: Check): void => {
  check.scenario.people.forEach(({ id }, place) => {
    if (id.startsWith('passer-by-'))
      at(
        check,
        `people[${place}].id`,
        'ce nom est celui des passants : en choisir un autre',
        'this name is that of passers-by: choose another',
      )
  })
}

const WHAT = {
  people: { fr: 'personne', en: 'person' },
  facts: { fr: 'fait', en: 'fact' },
  departments: { fr: 'service', en: 'department' },
  injects: { fr: 'événement (injects)', en: 'inject' },
  expects: { fr: 'attente (expects)', en: 'expectation (expects)' },
  traps: { fr: 'piège (traps)', en: 'trap' },
} as const

const known = (check: Check, list: (typeof LISTS)[number], id: string | null, path: string): void => {
  if (id === null || check.scenario[list].some((one) => one.id === id)) return
  const { fr, en } = WHAT[list]
  at(
    check,
    path,
    `aucun·e ${fr} ne s’appelle « ${id} » : corriger le nom, ou l’ajouter dans « ${list} »`,
    `no ${en} is called "${id}": mend the name, or add it to "${list}"`,
  )
}

const conditionsKnown = (check: Check, list: readonly Condition[], path: string): void =>
  list.forEach((one, place) => {
    const where = `${path}[${place}]`
    if ('met' in one) known(check, 'expects', one.met, `${where}.met`)
    if ('missed' in one) known(check, 'expects', one.missed, `${where}.missed`)
    if ('sprung' in one) known(check, 'traps', one.sprung, `${where}.sprung`)
    if ('fact' in one) known(check, 'facts', one.fact, `${where}.fact`)
  })

const injectsFit = (check: Check): void => {
  const { scenario } = check
  scenario.injects.forEach((one, place) => {
    const path = `injects[${place}]`
    conditionsKnown(check, one.when, `${path}.when`)
    conditionsKnown(check, one.unless, `${path}.unless`)
    if (one.at >= scenario.lasts)
      at(
        check,
        `${path}.at`,
        `l’exercice dure ${scenario.lasts} minutes : ceci n’arrivera jamais`,
        `the drill lasts ${scenario.lasts} minutes: this will never happen`,
      )
    if ('by' in one) known(check, 'people', one.by, `${path}.by`)
    if (one.kind === 'inside') known(check, 'departments', one.from, `${path}.from`)
    if (one.kind === 'inside') for (const fact of one.tells) known(check, 'facts', fact, `${path}.tells`)
    const before = one.kind === 'removal' ? one.of : one.kind === 'message' ? one.under : null
    if (before === null) return
    const field = one.kind === 'removal' ? 'of' : 'under'
    const other = scenario.injects.find(({ id }) => id === before)
    const isPost = other?.kind === 'message' || (one.kind === 'removal' && other?.kind === 'own')
    if (!isPost || other.at >= one.at)
      at(
        check,
        `${path}.${field}`,
        `« ${before} » n’est pas un message d’avant la minute ${one.at}`,
        `"${before}" is no message from before minute ${one.at}`,
      )
  })
}

const peopleExist = (check: Check, ids: readonly string[] | null, path: string): void => {
  for (const id of ids ?? []) known(check, 'people', id, path)
}

const factsFit = (check: Check): void => {
  const { facts, departments } = check.scenario
  facts.forEach((one, place) => {
    peopleExist(check, one.about, `facts[${place}].about`)
    if (one.knownAt !== null && one.trueAt !== null && one.knownAt < one.trueAt)
      at(
        check,
        `facts[${place}].knownAt`,
        'ce fait serait connu avant d’être vrai',
        'this fact would be known before it is true',
      )
  })
  departments.forEach((one, place) => {
    one.answers.forEach((answer, nth) => {
      const path = `departments[${place}].answers[${nth}]`
      peopleExist(check, answer.about, `${path}.about`)
      for (const fact of answer.makes) known(check, 'facts', fact, `${path}.makes`)
      for (const fact of answer.tells) known(check, 'facts', fact, `${path}.tells`)
      peopleExist(check, answer.list, `${path}.list`)
    })
  })
}

const judgementsFit = (check: Check): void => {
  check.scenario.expects.forEach((one, place) => {
    const path = `expects[${place}]`
    known(check, 'injects', one.after, `${path}.after`)
    peopleExist(check, one.to, `${path}.to`)
    if (one.until < one.by)
      at(
        check,
        `${path}.until`,
        '« until » vient après « by », ou en même temps',
        '"until" comes after "by", or with it',
      )
  })
  check.scenario.traps.forEach((one, place) => {
    known(check, 'facts', one.untilFact, `traps[${place}].untilFact`)
    known(check, 'people', one.found?.by ?? null, `traps[${place}].found.by`)
  })
}

/** What only the whole tells: names that nobody has, things that never happen, facts known before they are true. */
export const findCrossedWires = (scenario: Scenario, reading: Reading): void => {
  const check = { scenario, reading }
  sameTwice(check)
  peopleFit(check)
  injectsFit(check)
  factsFit(check)
  judgementsFit(check)
  if (scenario.crowd.most <= scenario.crowd.usual)
    at(
      check,
      'crowd.most',
      '« most » doit dépasser « usual » : sinon rien ne peut enfler',
      '"most" must be above "usual", or nothing can grow',
    )
}
