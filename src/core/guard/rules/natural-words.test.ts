import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findingsOf } from '../draft-example.ts'
import { NO_CHARTER } from '../guard-charter.ts'
import { isSigned } from './signature-missing.ts'

const codes = (text: string, more = {}) => findingsOf('A4', text, more).map((finding) => finding.code)
const BEFORE =
  "Bonjour Sandrine, nous sommes navrés d'apprendre ce désagrément. Merci de nous contacter en message privé afin que nous puissions étudier votre demande."

describe('no copy and paste (A4)', () => {
  test('the same answer with another name is a copy', () =>
    assert.ok(codes(BEFORE.replace('Sandrine', 'Odile'), { recentReplies: [BEFORE] }).includes('copied-reply')))
  test('a sentence turned round is one too', () =>
    assert.ok(
      codes(
        'Navrés pour ce désagrément, Odile. Merci de nous contacter en message privé afin que nous puissions étudier votre demande.',
        {
          recentReplies: ['Merci !', BEFORE],
        },
      ).includes('copied-reply'),
    ))
  test('the same subject in other words is not', () =>
    assert.ok(
      !codes('Aïe, pauvre bouquet… Écrivez-nous en privé, Odile, on regarde ce qui lui est arrivé.', {
        recentReplies: [BEFORE],
      }).includes('copied-reply'),
    ))
  test('« Merci beaucoup ! » may be said every day', () =>
    assert.deepEqual(codes('Merci beaucoup !', { recentReplies: ['Merci beaucoup !'] }), []))
})

describe('what a template left (A4)', () => {
  for (const text of [
    'Bonjour {{prénom}}, on regarde cela en message privé.',
    'Hi [NAME], message us and we will look.',
    'Bonjour Prénom, écrivez-nous en message privé.',
    'Votre colis arrive le (date), écrivez-nous en message privé.',
    'Hello undefined, send us a message.',
    'Ouvert de XX h à XX h, écrivez-nous en message privé.',
    'Hi {customer.first_name}, the tag is in the file, thank you.',
    'Bonjour {{contact.name}}, c’est dans le fichier de configuration.',
    'Utilisez le code {{code}} sur votre prochaine commande.',
    'Bonjour [prénom], c’est dans le fichier .env à la racine. La doc : <lien doc>.',
    'Vous la trouverez sous le nom FACT_{mois}_{annee}.pdf.',
    'Hi [NAME], we will replace <product> by Friday.',
    'Bonjour `prénom` {{prenom}}, merci.',
    '```Bonjour {{prenom}}, merci.',
  ])
    test(text, () => assert.ok(codes(text).includes('template-left')))
  for (const text of [
    'On vous attend le 3 <3, écrivez-nous en message privé.',
    'Nous citons : « jolie [sic] fleur », écrivez-nous en message privé.',
    'Bonjour Camille, écrivez-nous en message privé.',
    'Put {{ page.title }} between the h1 tags and rebuild.',
    'Mettez la balise {{ boutique.horaires }} dans le fichier du thème, puis publiez.',
    'Tapez `{prenom}` dans votre gabarit, et le nom s’affichera.',
    'Dans le fichier .env, ligne API_KEY=XXXX, mettez la vôtre.',
    'Run ```\nexport TOKEN="{TOKEN}"\n``` and start again.',
    'Remplacez XXXX par votre ville.',
    'Write vigie export --brand=<brand> on the command line.',
    'Collez-le juste avant </head>, ou dans un <div>.',
    'Appuyez sur [Entrée], puis press [Shift].',
  ])
    test(text, () => assert.ok(!codes(text).includes('template-left')))
})

test('a field that the customer wrote is spoken of, not left (A4)', () => {
  const text = 'Hello %FIRSTNAME%, lovely name! Fixed for the next letter.'
  assert.ok(codes(text).includes('template-left'))
  assert.ok(!codes(text, { incoming: 'Your letter greets me as %FIRSTNAME% :D' }).includes('template-left'))
})

test('a size, or a word, that the customer wrote excuses no blank (A4)', () => {
  assert.ok(codes('Ouvert de XX h à XX h.', { incoming: 'Avez-vous la taille XXL, XX ?' }).includes('template-left'))
  assert.ok(codes('Bonjour Nom, merci.', { incoming: 'Mon nom est Roux.' }).includes('template-left'))
})

describe('a person who signs (A4, H1)', () => {
  for (const text of [
    'On regarde cela en privé. ^JM',
    'On regarde cela en privé. - Tom',
    'On regarde cela en privé. Léa',
    'On regarde cela en privé.\nBelle journée,\nClaire du service client',
    'We will look. Tom, Front Desk',
    'Bonne route, Baptiste',
    'La direction répond en privé. J.-P. V.',
    'We will look. Merry nearly, Gareth x',
  ])
    test(`signed: ${text}`, () => assert.equal(isSigned(text), true))
  for (const text of [
    'On regarde cela en privé.',
    'Merci beaucoup, on regarde cela en privé avec vous.',
    'We will look at it. Thank you for your patience.',
    "Next consult's free so.",
    'Venez nous voir. Bonne journée',
  ])
    test(`not signed: ${text}`, () => assert.equal(isSigned(text), false))
  test('only where the charter asks for it', () => {
    const text = 'Écrivez-nous en message privé.'
    assert.deepEqual(codes(text), [])
    assert.deepEqual(codes(text, { charter: { ...NO_CHARTER, signature: 'required' } }), ['no-signature'])
  })
})
