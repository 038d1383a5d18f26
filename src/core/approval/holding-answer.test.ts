import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDraft } from '#core/guard/check-draft.ts'
import { draftExample } from '#core/guard/draft-example.ts'
import { NO_CHARTER } from '#core/guard/guard-charter.ts'
import type { GuardInput } from '#core/guard/guard-input.ts'
import { offeredWays } from '#core/privacy/offered-ways.ts'
import { amountsNamed } from './amounts.ts'
import { greetingName, holdingAnswer } from './holding-answer.ts'

const COMPLAINTS = {
  fr: [
    'ma commande est perdue, toujours rien reçu',
    'Remboursez-moi, c’est une honte ! Vous êtes des voleurs, je préviens un journaliste.',
    'Mon fils a été blessé par votre vase. Qui va payer ?',
    'Vous avez supprimé mon commentaire ?',
    'Vous êtes ouverts dimanche ?',
    'Merci pour le bouquet, il est magnifique.',
  ],
  en: [
    'my order is lost, still nothing',
    'Refund me now, you thieves, my lawyer will call you',
    'My son was hurt by your vase. Who is going to pay?',
    'Are you open on Sunday?',
    'Thank you for the flowers, they are lovely',
  ],
} as const

const ways = [
  [],
  offeredWays({ can: true, offers: [] }),
  offeredWays({ can: false, offers: [{ kind: 'phone', value: '02 40 11 22 33' }] }),
  offeredWays({ can: null, offers: [{ kind: 'email', value: 'aide@fleursduport.example' }] }),
  offeredWays({ can: false, offers: [{ kind: 'form', value: 'https://fleursduport.example/aide' }] }),
]

/** Every situation in which one may be offered: language, complaint, way out of the public eye, audience, turn. */
const situations = (): { text: string; input: GuardInput }[] =>
  (['fr', 'en'] as const).flatMap((language) =>
    COMPLAINTS[language].flatMap((incoming) =>
      ways.flatMap((privateWays) =>
        (['public', 'private'] as const).flatMap((audience) =>
          [true, false].flatMap((isFirstAnswer) =>
            [null, 'Noé'].map((firstName) => {
              const open = privateWays.find((way) => way.open)
              const invites = audience === 'public' && isFirstAnswer
              const invitation = invites ? (open?.wording[language] ?? null) : null
              const text = holdingAnswer({ language, firstName, invitation, signature: 'Sarah' })
              const customer = { displayName: 'Noé Faure', handle: 'noefaure' }
              return { text, input: draftExample(text, { incoming, audience, isFirstAnswer, privateWays, customer }) }
            }),
          ),
        ),
      ),
    ),
  )

test('a holding answer always passes the guard, in either language, whatever the customer wrote (V2, G4)', () => {
  const all = situations()
  assert.ok(all.length > 300)
  for (const { text, input } of all) {
    const kept = checkDraft(input).filter(({ severity }) => severity !== 'warn')
    assert.deepEqual(kept, [], `${text} / ${input.incoming}`)
    assert.deepEqual(amountsNamed(text), [])
  }
})

test('the desk’s own sentence claims nothing that the guard would even question', () => {
  const own = situations().filter(({ input }) => input.privateWays.length === 0)
  assert.ok(own.length > 50)
  for (const { text, input } of own) {
    // Where no way out of the public eye is known the guard may say that none is offered; it has nothing against the words.
    const found = checkDraft(input).filter(({ code }) => code !== 'no-private-way')
    assert.deepEqual(found, [], `${text} / ${input.incoming}`)
  }
})

test('even where the customer’s own dispute is certain, an open way is offered and nothing blocks', () => {
  for (const { text, input } of situations().filter((one) => one.input.privateWays.some((way) => way.open))) {
    const found = checkDraft({ ...input, isOwnDispute: true })
    assert.ok(
      found.every(({ severity, code }) => severity === 'warn' && code !== 'no-private-way'),
      text,
    )
  }
})

test('a brand that signs its replies finds its holding answers signed (A4)', () => {
  for (const { input } of situations().filter((one) => one.input.privateWays.length === 0)) {
    const found = checkDraft({ ...input, charter: { ...NO_CHARTER, signature: 'required' } })
    assert.deepEqual(
      found.filter(({ code }) => code !== 'no-private-way'),
      [],
    )
  }
})

test('a customer is greeted by a name that is one, and not by a handle', () => {
  assert.equal(greetingName('Noé Faure'), 'Noé')
  assert.equal(greetingName('Marie-Hélène du Bois'), 'Marie-Hélène')
  for (const odd of ['xX_noe_Xx', 'NOÉ', '🌸', '', 'noefaure44', 'A', `Z${'a'.repeat(40)}`])
    assert.equal(greetingName(odd), null)
})
