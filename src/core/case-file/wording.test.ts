import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDraft } from '#core/guard/check-draft.ts'
import type { CaseFact, GuardInput, Language } from '#core/guard/guard-input.ts'
import { knownFacts } from './known-facts.ts'
import { type FileState, wordingFor } from './wording.ts'

const KINDS = ['refund', 'delivery', 'replacement', 'resolution']
const STATUSES = ['requested', 'done', 'cancelled'] as const

/** Every file with at most one line of each of two kinds, with and without somebody named, settled or not. */
const states = (): FileState[] => {
  const lines = KINDS.flatMap((kind) => STATUSES.map((status): CaseFact => ({ kind, status, proof: 'VIR-2291' })))
  const files: CaseFact[][] = [[], ...lines.map((line) => [line])]
  for (const one of lines) for (const other of lines) if (one.kind !== other.kind) files.push([one, other])
  return files.flatMap((facts) =>
    [null, 'Aïcha Morel', 'Julien Tessier', 'Sarah Duval'].map((ownerName) => ({
      facts: knownFacts(facts, ownerName),
      settled: facts.at(-1)?.status === 'done',
      ownerName,
    })),
  )
}

const HELLO = { fr: 'Bonjour Noé, ', en: 'Hello Noé, ' } as const
const SAID = {
  fr: 'Commande passée mercredi, toujours rien après cinq jours.',
  en: 'I ordered on Wednesday, still nothing five days later.',
} as const

const findings = (text: string, { facts, settled }: FileState, language: Language, audience: 'public' | 'private') => {
  const input: GuardInput = {
    ...{ text: HELLO[language] + text, audience, incoming: SAID[language], isFirstAnswer: false, facts, settled },
    ...{ privateWays: [], customer: { displayName: 'Noé Faure', handle: 'noefaure' }, recentReplies: [] },
    brand: { name: 'Fleurs du Port', account: 'fleursduport', ownAccounts: ['fleursduport'] },
  }
  return checkDraft(input)
}

/** What keeps words in, sends them to a second reader, or doubts that they are true. */
const against = (found: ReturnType<typeof findings>) =>
  found.filter(({ rule, severity }) => severity !== 'warn' || rule === 'G4').map(({ rule, code }) => `${rule} ${code}`)

const LANGUAGES = ['fr', 'en'] as const

test('each sentence that is offered passes the guard in the very state in which it is offered (G4)', () => {
  let said = 0
  for (const state of states()) {
    const offered = wordingFor(state)
    assert.ok(offered.length > 0, JSON.stringify(state))
    for (const { text, key } of offered)
      for (const language of LANGUAGES)
        for (const audience of ['public', 'private'] as const) {
          const found = against(findings(text[language], state, language, audience))
          assert.deepEqual(found, [], `${key} ${language} ${audience} ${JSON.stringify(state)}`)
          said += 1
        }
  }
  assert.ok(said > 1_000, `${said}`)
})

test('a sentence that says that something is done is kept in where the file does not hold it', () => {
  const empty: FileState = { facts: [], settled: false, ownerName: null }
  for (const kind of KINDS) {
    const state: FileState = { ...empty, facts: [{ kind, status: 'done', proof: 'VIR-2291' }], settled: true }
    for (const { text, key } of wordingFor(state))
      for (const language of LANGUAGES)
        assert.ok(
          findings(text[language], empty, language, 'public').some(({ rule }) => rule === 'G4'),
          `${key} ${language}`,
        )
  }
})

test('« taken care of » is offered once somebody is named, and no more once the file says that nobody follows', () => {
  const keys = (facts: readonly CaseFact[], ownerName: string | null) =>
    wordingFor({ facts: knownFacts(facts, ownerName), settled: false, ownerName }).map(({ key }) => key)
  assert.deepEqual(keys([], null), ['looking'])
  assert.deepEqual(keys([], 'Aïcha Morel'), ['taken-care-of'])
  assert.deepEqual(keys([{ kind: 'refund', status: 'requested' }], 'Aïcha Morel'), [
    'refund-requested',
    'taken-care-of',
  ])
  assert.deepEqual(keys([{ kind: 'owner', status: 'cancelled' }], 'Aïcha Morel'), ['looking'])
  assert.equal(
    wordingFor({ facts: [{ kind: 'owner', status: 'done' }], settled: false, ownerName: 'Aïcha Morel' })[0]?.text.fr,
    'Aïcha s’occupe de votre dossier.',
  )
})
