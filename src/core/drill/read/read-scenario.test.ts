import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { MOST_LETTERS, readScenario, readScenarioValue } from './read-scenario.ts'

const folder = join(import.meta.dirname, '..', 'scenarios')

/** A small scenario, one thing a line. */
const small = (changes: Readonly<Record<string, string>> = {}): string => {
  const lines: Record<string, string> = {
    format: '"vigie-drill/1"',
    id: '"colis"',
    title: '"Le colis"',
    source: '"Inventé"',
    briefing: '"Un colis perdu."',
    lesson: '"Répondre."',
    codes: '{ "A1": 2 }',
    brand: '{ "name": "Fleurs du Port", "handle": "fleursduport", "trade": "fleuriste" }',
    begins: '{ "weekday": 1, "time": "09:00" }',
    lasts: '60',
    crowd: '{ "usual": 1, "most": 50 }',
    people:
      '[{ "id": "noe", "name": "Noé Faure", "handle": "noefaure", "language": "fr", "temper": "hot", "wants": "repair", "followers": 10 }]',
    injects: '[{ "id": "noe-writes", "at": 1, "kind": "message", "by": "noe", "text": "Mon colis ?" }]',
    ...changes,
  }
  return `{\n${Object.entries(lines)
    .map(([key, value]) => `  "${key}": ${value}`)
    .join(',\n')}\n}`
}

const lineOf = (text: string, word: string): number => text.split('\n').findIndex((line) => line.includes(word)) + 1

const onlyFault = (text: string) => {
  const { scenario, faults } = readScenario(text)
  assert.equal(scenario, null)
  assert.equal(faults.length, 1, JSON.stringify(faults))
  const [fault] = faults
  assert.ok(fault)
  return fault
}

describe('a scenario that somebody wrote', () => {
  it('says what is wrong with characters that nothing can keep, and with a condition that only every object has', () => {
    for (const wrong of ['"Un colis\\u0000 perdu."', '"Un colis\\ud800 perdu."'])
      assert.equal(onlyFault(small({ briefing: wrong })).path, 'briefing')
    const injects =
      '[{ "id": "noe-writes", "at": 1, "kind": "message", "by": "noe", "text": "Mon colis ?", "when": [{ "toString": "a" }] }]'
    assert.match(onlyFault(small({ injects })).path, /when/)
  })

  it('names in the file of a department only people of the story', () => {
    const answer = '{ "id": "who", "asked": ["liste"], "after": 5, "says": "Voici.", "list": ["noe", "ines"] }'
    const otherwise = '{ "after": 5, "says": "Qui ?" }'
    const departments = `[{ "id": "orders", "name": "Commandes", "answers": [${answer}], "otherwise": ${otherwise} }]`
    const { path, says } = onlyFault(small({ departments }))
    assert.equal(path, 'departments[0].answers[0].list')
    assert.match(says.fr, /« ines »/)
  })

  it('is read, with what may be left out filled in', () => {
    const { scenario, faults } = readScenario(small())
    assert.deepEqual(faults, [])
    assert.equal(scenario?.promise, 120)
    assert.deepEqual(scenario?.title, { fr: 'Le colis', en: 'Le colis' })
    assert.equal(scenario?.people[0]?.role, 'customer')
    assert.equal(scenario?.injects[0]?.kind === 'message' && scenario.injects[0].owed, true)
  })

  const wrong: readonly [what: string, changes: Record<string, string>, line: string, says: RegExp][] = [
    [
      'a temper that nobody has',
      {
        people:
          small()
            .match(/\[\{ "id": "noe".*/)?.[0]
            .replace('hot', 'furieux')
            .replace(/,$/, '') ?? '',
      },
      '"people"',
      /patient, hot/,
    ],
    ['a code that does not exist', { codes: '{ "Z9": 1 }' }, '"codes"', /« Z9 » n’est pas un code/],
    [
      'somebody who is not in the list',
      { injects: '[{ "id": "x", "at": 1, "kind": "message", "by": "ines", "text": "Bonjour" }]' },
      '"injects"',
      /« ines »/,
    ],
    [
      'something that never happens',
      { injects: '[{ "id": "x", "at": 90, "kind": "message", "by": "noe", "text": "Bonjour" }]' },
      '"injects"',
      /60 minutes/,
    ],
    ['a field that nobody knows', { lasts: '60,\n  "durée": 3' }, '"durée"', /« durée » n’est pas connu/],
    ['a crowd that cannot grow', { crowd: '{ "usual": 5, "most": 5 }' }, '"crowd"', /dépasser/],
    [
      'a condition of two',
      {
        injects:
          '[{ "id": "x", "at": 1, "kind": "message", "by": "noe", "text": "Bonjour", "when": [{ "met": "a", "above": 3 }] }]',
      },
      '"injects"',
      /une seule condition/,
    ],
    [
      'a message under one that comes later',
      {
        injects:
          '[{ "id": "x", "at": 1, "kind": "message", "by": "noe", "text": "Bonjour", "under": "y" }, { "id": "y", "at": 2, "kind": "message", "by": "noe", "text": "Re" }]',
      },
      '"injects"',
      /avant la minute 1/,
    ],
    [
      'a fact known before it is true',
      { lasts: '60,\n  "facts": [{ "id": "f", "says": "Remboursé", "kind": "refund", "trueAt": 9, "knownAt": 3 }]' },
      '"facts"',
      /avant d’être vrai/,
    ],
    ['a time that no clock shows', { begins: '{ "weekday": 1, "time": "25:00" }' }, '"begins"', /08:30/],
    [
      'something that happens to nobody',
      {
        people:
          small()
            .match(/\[\{ "id": "noe".*/)?.[0]
            .replace('10 }', '10, "lines": { "furieux": ["Quoi ?"] } }')
            .replace(/,$/, '') ?? '',
      },
      '"people"',
      /rien de tel n’arrive/,
    ],
    [
      'a name used twice',
      {
        injects:
          '[{ "id": "x", "at": 1, "kind": "message", "by": "noe", "text": "A" }, { "id": "x", "at": 2, "kind": "message", "by": "noe", "text": "B" }]',
      },
      '"injects"',
      /déjà le nom/,
    ],
  ]
  for (const [what, changes, line, says] of wrong)
    it(`is refused for ${what}, by its line and with what to do`, () => {
      const text = small(changes)
      const fault = onlyFault(text)
      assert.equal(fault.line, lineOf(text, line))
      assert.match(fault.says.fr, says)
      assert.notEqual(fault.says.en, '')
    })

  const unreadable: readonly [what: string, text: string, line: number, says: RegExp][] = [
    ['a comma too many', '{\n "a": 1,\n}', 3, /virgule de trop/],
    ['a comma too few', '{\n "a": 1\n "b": 2\n}', 3, /manque une virgule/],
    ['a quotation mark forgotten', '{\n "a": "b\n}', 2, /guillemet/],
    ['text without marks', '{\n "a": oui\n}', 2, /entre guillemets/],
    ['the same name twice', '{\n "a": 1,\n "a": 2\n}', 3, /deux fois/],
    ['an end that comes too early', '{\n "a": [1, 2', 2, /manque une virgule|trop tôt/],
    ['brackets without end', '['.repeat(5_000), 1, /crochets/],
    ['something after the end', '{}\n{}', 2, /après la fin/],
  ]
  for (const [what, text, line, says] of unreadable)
    it(`is told of ${what}`, () => {
      const fault = onlyFault(text)
      assert.equal(fault.line, line)
      assert.match(fault.says.fr, says)
    })

  it('is refused when it is too long, before it is read', () => {
    assert.match(onlyFault('x'.repeat(MOST_LETTERS + 1)).says.fr, /raccourcir/)
    assert.match(onlyFault(small({ briefing: `"${'a'.repeat(3_000)}"` })).says.fr, /2000 au plus/)
  })

  it('never gets through by chance, nor makes the reader fall', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json({ maxDepth: 5 })), (text) => {
        const { scenario, faults } = readScenario(text)
        assert.equal(scenario, null)
        assert.ok(faults.length > 0)
      }),
      { numRuns: 200 },
    )
  })

  it('that was spoilt somewhere is either still a scenario or told where', async () => {
    const text = await readFile(join(folder, 'undelivered-bouquet.json'), 'utf8')
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('', '"', '}', ',', '9', 'é', '\n'), (at, by) => {
        const { scenario, faults } = readScenario(text.slice(0, at) + by + text.slice(at + 1))
        if (scenario === null) assert.ok(faults.length > 0 && faults.every(({ line }) => line >= 0))
        else assert.deepEqual(faults, [])
      }),
      { numRuns: 60 },
    )
  })
})

describe('the scenarios that come with the desk', () => {
  it('are files that their reader accepts, as text and as values alike', async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
    assert.equal(names.length, 5)
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8')
      const read = readScenario(text)
      assert.deepEqual(read.faults, [], name)
      assert.deepEqual(readScenarioValue(JSON.parse(text)).scenario, read.scenario)
      assert.deepEqual(
        readScenarioValue(read.scenario).scenario,
        read.scenario,
        'what was read can be kept and read again',
      )
      assert.equal(`${read.scenario?.id}.json`, name)
    }
  })
})
