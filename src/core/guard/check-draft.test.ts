import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkAgainst, checkDraft } from './check-draft.ts'
import { draftExample } from './draft-example.ts'
import { explain, guardWords } from './explain.ts'
import { applyEdit } from './fixes.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules.ts'

const broken: Rule = {
  code: 'G5',
  doctrine: 'G5',
  sentence: 'A rule that breaks.',
  appliesTo: () => true,
  find: () => {
    throw new Error('broken')
  },
}

describe('the guard', () => {
  test('reads in order what several rules find in one draft', () => {
    const text = 'Madame Roux, vous avez été remboursée. Votre numéro de commande ?'
    const found = checkDraft(draftExample(text))
    assert.deepEqual(
      found.map((f) => f.rule),
      ['G2', 'G4', 'P1', 'G1'],
    )
  })

  test('says nothing of a kind and honest answer', () => {
    assert.deepEqual(
      checkDraft(draftExample('Bonjour Camille, on est désolés. Un message privé et on regarde ensemble.')),
      [],
    )
  })

  test('lets no word through when a rule breaks', () => {
    const found = checkAgainst([broken], draftExample('Bonjour'))
    assert.deepEqual(
      found.map(({ rule, severity, code }) => ({ rule, severity, code })),
      [{ rule: 'G5', severity: 'block', code: 'guard-failed' }],
    )
  })

  test('a broken rule does not hide what the others find', () => {
    const found = checkAgainst([broken, ...rules], draftExample('Votre numéro de commande ?'))
    assert.ok(found.some((f) => f.rule === 'G1'))
  })

  test('a new rule is one more line of the list', () => {
    const shouting: Rule = {
      code: 'A4',
      doctrine: 'A4',
      sentence: 'Do not shout.',
      appliesTo: (input) => input.audience === 'public',
      find: (draft) =>
        /[A-Z]{6}/.test(draft.plain)
          ? [{ code: 'empty-draft', params: {}, severity: 'warn', start: 0, end: 1, fixes: [] }]
          : [],
    }
    assert.equal(checkAgainst([shouting], draftExample('BONJOUR')).length, 1)
    assert.equal(checkAgainst([shouting], draftExample('BONJOUR', { audience: 'private' })).length, 0)
  })

  test('an empty draft is told, even when its emptiness is invisible', () => {
    for (const text of ['', '   \n', '\u200b\u2060 '])
      assert.deepEqual(
        checkDraft(draftExample(text)).map((f) => f.code),
        ['empty-draft'],
      )
  })

  test('too long for the network is told from where, and cut at a sentence', () => {
    const text = 'Bonjour Camille. Un message privé et on regarde ça ensemble dès ce soir.'
    const [finding] = checkDraft(draftExample(text, { limit: { graphemes: 30 } }))
    assert.ok(finding?.code === 'too-long')
    assert.deepEqual([finding.start, finding.params.used, finding.params.max], [30, 72, 30])
    const [fix] = finding.fixes
    assert.ok(fix?.kind === 'edit')
    assert.equal(applyEdit(text, fix.edit), 'Bonjour Camille.')
    assert.deepEqual(checkDraft(draftExample('Un MP ?', { limit: { graphemes: 30, bytes: 90 } })), [])
  })

  test('bytes count as the network counts them', () => {
    const found = checkDraft(draftExample('👩‍🚀👩‍🚀 en MP', { limit: { graphemes: 300, bytes: 20 } }))
    assert.ok(found.some((f) => f.code === 'too-long' && f.params.unit === 'bytes'))
  })

  test('explains each finding in both languages, with what to write instead', () => {
    const drafts = [
      draftExample('Votre numéro de commande, ici ou en privé ?'),
      draftExample('Madame Roux, calmez-vous : vous êtes remboursée.'),
      draftExample('', { limit: { graphemes: 1 } }),
      draftExample('Écrivez-nous en MP', {
        privateWays: [{ kind: 'message', open: false, wording: { fr: 'MP', en: 'DM' } }],
      }),
      draftExample('Désolés.', { limit: { bytes: 3 }, isOwnDispute: true }),
    ]
    const found = [...drafts.flatMap((draft) => checkDraft(draft)), ...checkAgainst([broken], draftExample('x'))]
    assert.ok(new Set(found.map((f) => f.code)).size >= 8)
    for (const finding of found) {
      const [fr, en] = [explain(finding, 'fr'), explain(finding, 'en')]
      assert.ok(fr.length > 20 && en.length > 20 && fr !== en)
      for (const fix of finding.fixes) assert.notEqual(guardWords.fr.fix[fix.label], guardWords.en.fix[fix.label])
    }
  })

  test('each rule names the rule of the trade that it serves', () => {
    for (const rule of rules) assert.match(rule.doctrine, /^[A-Z]\d$/)
    assert.equal(new Set(rules.map((rule) => rule.find)).size, rules.length)
  })
})
