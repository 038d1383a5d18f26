import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkDraft } from './check-draft.ts'
import { draftExample } from './draft-example.ts'
import { applyEdit } from './fixes.ts'
import type { GuardInput } from './guard-input.ts'

const PIECES = [
  'votre numéro de commande',
  'en message privé',
  'ici',
  'ne donnez jamais',
  'vous avez été remboursée',
  'calmez-vous',
  'Madame Roux',
  '06 12 34 56 78',
  'FR14 2004 1010 0505 0001 3M02 606',
  'camille@gmail.com',
  '12 rue des Lilas',
  'your order number',
  'it has been sent',
  'DM us',
  'please',
  '«',
  '»',
  '"',
  '(',
  '\n',
  ' ? ',
  ' ! ',
  '. ',
  ', ',
  ' mais ',
  '👩‍🚀',
  '🇫🇷',
  '\u200b',
  '\u202e',
  'é',
  'е',
  '\ud800',
  '…',
  "l'",
  "'s been fixed",
]
const words = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  ),
  { maxLength: 25 },
)
const text = fc.oneof(
  words.map((parts) => parts.join(' ')),
  words.map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

const input: fc.Arbitrary<GuardInput> = fc
  .record({
    text,
    audience: fc.constantFrom<GuardInput['audience']>('public', 'private'),
    incoming: text,
    isFirstAnswer: fc.boolean(),
    settled: fc.boolean(),
    facts: fc.array(
      fc.record({
        kind: fc.constantFrom('refund', 'delivery', 'owner', 'resolution', 'cheese'),
        status: fc.constantFrom('requested', 'done', 'cancelled'),
      }),
      { maxLength: 3 },
    ),
    limit: fc.constantFrom({}, { graphemes: 40 }, { bytes: 60 }, { characters: 20 }),
    privateWays: fc.constantFrom(
      [],
      [{ kind: 'message' as const, open: false, wording: { fr: 'Un MP ?', en: 'A DM?' } }],
      [{ kind: 'message' as const, open: true, wording: { fr: 'Un MP ?', en: 'A DM?' } }],
    ),
  })
  .map((more) => draftExample(more.text, more as Partial<GuardInput>))

const onBoundary = (written: string, at: number) =>
  at === 0 ||
  at === written.length ||
  !(/[\ud800-\udbff]/.test(written.charAt(at - 1)) && /[\udc00-\udfff]/.test(written.charAt(at)))

test('whatever is written, the guard answers, the same each time, with spans inside the text', () => {
  fc.assert(
    fc.property(input, (draft) => {
      const found = checkDraft(draft)
      assert.deepEqual(checkDraft({ ...draft }), found)
      for (const { start, end, code } of found) {
        assert.notEqual(code, 'guard-failed')
        assert.ok(
          0 <= start && start <= end && end <= draft.text.length,
          `${code} ${start} ${end} ${draft.text.length}`,
        )
        assert.ok(onBoundary(draft.text, start) && onBoundary(draft.text, end), `${code} cuts a character`)
      }
    }),
    { numRuns: 400 },
  )
})

test('every edit offered applies, and what it leaves can be checked again', () => {
  fc.assert(
    fc.property(input, (draft) => {
      for (const finding of checkDraft(draft))
        for (const fix of finding.fixes) {
          if (fix.kind !== 'edit') continue
          const { start, end } = fix.edit
          assert.ok(0 <= start && start <= end && end <= draft.text.length)
          assert.ok(
            onBoundary(draft.text, start) && onBoundary(draft.text, end),
            `${finding.code} ${fix.label} cuts a character`,
          )
          const fixed = applyEdit(draft.text, fix.edit)
          assert.ok(checkDraft({ ...draft, text: fixed }).every((f) => f.code !== 'guard-failed'))
        }
    }),
    { numRuns: 200 },
  )
})

const HOSTILE = [
  'a'.repeat(10_000),
  'a '.repeat(5_000),
  'é'.repeat(10_000),
  '0 '.repeat(5_000),
  '0'.repeat(10_000),
  'a@'.repeat(5_000),
  'a.'.repeat(5_000),
  '"'.repeat(10_000),
  "l'".repeat(5_000),
  'votre '.repeat(1_700),
  'votre numéro de '.repeat(650),
  'the order number '.repeat(600),
  'a été '.repeat(1_700),
  'Aa '.repeat(3_300),
  'Jean '.repeat(2_000),
  'www.'.repeat(2_500),
  'FR14 '.repeat(2_000),
  '\u200b'.repeat(10_000),
  'e\u0301'.repeat(5_000),
  '👩‍🚀'.repeat(2_000),
  '\u202e\u202d'.repeat(5_000),
  'ﷺ'.repeat(10_000),
  '(((((((((('.repeat(1_000),
  '1,'.repeat(5_000),
  'no '.repeat(3_300),
  '- '.repeat(5_000),
]

test('ten thousand hostile signs are read to the end, in the draft and in the message it answers', () => {
  for (const hostile of HOSTILE) {
    const found = checkDraft(draftExample(hostile, { incoming: hostile, limit: { graphemes: 300 } }))
    assert.ok(
      found.every((f) => f.code !== 'guard-failed'),
      hostile.slice(0, 20),
    )
  }
})
