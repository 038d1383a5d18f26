import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foundBy } from '../draft-example.ts'
import { applyEdit } from '../fixes.ts'
import { unlabelledReward } from './unlabelled-reward.ts'

const HAPPY = { incoming: 'J’ai fait une story sur vous hier', settled: true }
const found = (text: string, more = {}) => foundBy(unlabelledReward, text, { ...HAPPY, ...more })

describe('a word that is paid for says so (K1)', () => {
  for (const text of [
    'Merci pour votre story, nous vous envoyons un bon d’achat de 30 €.',
    'Merci Léa pour votre vidéo ! Votre rémunération part demain.',
    'Faites une story sur nous et on vous offre un bouquet.',
    'Parlez de nous à vos abonnés : on vous verse 20 € par publication.',
    'Taguez-nous, et votre code promo arrive en message privé.',
    'En échange d’un reel, nous vous offrons la livraison toute l’année.',
    'Merci à notre ambassadrice, son virement de 150 € est parti.',
    'Thanks for your reel! Your $100 fee is on its way.',
    'Post a story about us and we will send you a free bouquet.',
    'Tag us and get a £20 voucher.',
    'In return for an unboxing video we offer you a gift card.',
    'Our ambassador Léa gets a commission on each order, ask her.',
  ])
    test(text, () => {
      const [one] = found(text)
      assert.deepEqual([one?.rule, one?.severity, one?.code], ['label', 'approve', 'paid-unlabelled'])
    })

  for (const text of [
    'Notre ambassadrice Léa adore ce bouquet, allez la voir !',
    'L’influenceuse @lea.fleurs recommande nos pivoines.',
    'Our ambassador @lea swears by these peonies.',
    'Ask the content creator @sam: he loves it.',
  ])
    test(text, () => {
      const [one] = found(text)
      assert.deepEqual([one?.rule, one?.severity], ['label', 'warn'])
    })

  for (const text of [
    'Merci pour votre story, nous vous envoyons un bon d’achat de 30 €. Pensez à indiquer « collaboration commerciale ».',
    'Faites une story sur nous avec #pub et on vous offre un bouquet.',
    'Post a story about us, marked #ad, and we will send you a free bouquet.',
    'Notre ambassadrice Léa adore ce bouquet (partenariat rémunéré).',
    'Merci pour votre story, elle nous a fait la journée !',
    'Merci pour votre vidéo du bouquet, quelle jolie mise en scène.',
    'Nous ne payons jamais pour une story, désolés.',
    'We never pay for a reel, sorry.',
    'Vous pouvez payer par virement, la vidéo vous montre comment.',
    'Partagez cette story pour participer au tirage au sort, un bouquet à gagner.',
    'Share the reel to enter the prize draw: a free bouquet to win.',
    'Votre paiement est bien arrivé, merci !',
    'Nous vous envoyons une vidéo pour monter le vase, et votre carte cadeau part demain.',
    'Est-ce que vous payez les stories ? Non, jamais.',
    'Voici un bon d’achat de 10 €, avec nos excuses.',
    'Nos ambassadeurs sont des clients comme vous : écrivez-nous pour le devenir.',
    'Merci pour votre avis !',
    'You can find a video on how to redeem your voucher on our site.',
    'Notre créatrice de bouquets adore les pivoines.',
  ])
    test(`nothing: ${text}`, () => assert.deepEqual(found(text), []))

  test('a gift to somebody who complains in a video is a gesture, not an advertisement, unless it is a bargain', () => {
    const angry = { incoming: 'Regardez la vidéo de mon bouquet fané, c’est honteux !', settled: false }
    assert.deepEqual(found('Merci pour votre vidéo, nous vous envoyons un bon d’achat de 20 €.', angry), [])
    assert.equal(found('En échange d’une story, nous vous offrons un bouquet.', angry).length, 1)
  })

  test('one click says that it is paid for', () => {
    const text = 'Faites une story sur nous et on vous offre un bouquet.'
    const fix = found(text)[0]?.fixes[0]
    assert.ok(fix?.kind === 'edit')
    const mended = applyEdit(text, fix.edit)
    assert.equal(mended, `${text} Merci d’y indiquer « collaboration commerciale ».`)
    assert.deepEqual(found(mended), [])
  })
})
