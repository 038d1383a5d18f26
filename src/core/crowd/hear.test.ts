import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  apologises,
  asksForPersonalData,
  blames,
  claimsDone,
  isCanned,
  isRude,
  languageOf,
  offersGesture,
  offersPrivateWay,
  saysSomething,
  thanks,
} from './hear.ts'

const holds = (question: (text: string) => boolean, yes: string[], no: string[]): void => {
  for (const text of yes) assert.equal(question(text), true, text)
  for (const text of no) assert.equal(question(text), false, text)
}

describe('what the town reads in an answer', () => {
  it('is a request for personal data, unless it is asked for elsewhere', () => {
    holds(
      asksForPersonalData,
      [
        'Quel est votre numéro de commande ?',
        'Pouvez-vous nous donner votre adresse e-mail ?',
        'Could you send us your phone number?',
      ],
      [
        'Écrivez-nous votre numéro de commande en message privé.',
        'Merci pour votre patience !',
        'Please never post your address here.',
      ],
    )
  })

  it('is a private way, when one is really offered', () => {
    holds(
      offersPrivateWay,
      [
        'Écrivez-nous en message privé',
        'On en parle en MP ?',
        'Passez par DM, on regarde',
        'Appelez-nous au 02 40 00 00 00',
        'Écrivez à bonjour@example.org',
        'Please DM us',
        'Send us a private message',
        'Contactez-nous par téléphone, on s’en occupe',
      ],
      ['Bonjour, nous regardons.', 'D’accord, pas de MP : voici la réponse.', 'We are looking into it.'],
    )
  })

  it('is an apology, thanks, or a gesture', () => {
    holds(
      apologises,
      ['Nous sommes désolées', 'Toutes nos excuses', 'So sorry', 'We apologise'],
      ['Bonjour', 'Very well'],
    )
    holds(thanks, ['Merci à vous', 'Thank you!', 'On vous remercie'], ['Bonjour', 'Noted'])
    holds(
      offersGesture,
      ['Voici un bon d’achat', '10 % de réduction', 'A voucher is on its way', '15% off'],
      ['On vous rappelle'],
    )
  })

  it('is rude, or puts the blame on them', () => {
    holds(
      isRude,
      ['Calmez-vous.', 'C’est n’importe quoi', 'Stop complaining', 'VOUS N’AVEZ RIEN COMPRIS DU TOUT', 'Non !!!'],
      ['Bonjour, on vous aide tout de suite !', 'La SNCF et la RATP sont en grève'],
    )
    holds(
      blames,
      ['Vous auriez dû vérifier', 'Il fallait lire les conditions', 'You should have checked', 'It is your own fault'],
      ['Vous avez raison de nous le dire'],
    )
  })

  it('says that it is done, and not that it will be', () => {
    holds(
      claimsDone,
      [
        'Vous avez bien été remboursée.',
        'C’est réglé !',
        'Nous vous avons remboursé hier.',
        'You have been refunded.',
        'It’s all sorted.',
        'Votre colis est livré.',
      ],
      [
        'Vous serez remboursée sous 5 jours.',
        'Dès que c’est réglé, on vous écrit.',
        'It will be sorted by Friday.',
        'Ce n’est pas encore réglé.',
        'Nous regardons.',
      ],
    )
  })

  it('is ready-made, or has been said to somebody else', () => {
    const told = [
      'bonjour lea, merci pour votre message, notre equipe regarde votre commande et revient vers vous ce soir',
    ]
    const canned = (text: string) => isCanned(text, told)
    holds(
      canned,
      [
        'Nous accusons réception de votre message.',
        'We value your feedback.',
        'Bonjour Tom, merci pour votre message, notre équipe regarde votre commande et revient vers vous ce soir',
      ],
      ['Bonjour Tom, je regarde avec le livreur et je vous dis avant 18h. Aïcha', 'Merci !'],
    )
  })

  it('is in a language, when that shows', () => {
    assert.equal(languageOf('Bonjour, nous sommes désolées pour ce retard'), 'fr')
    assert.equal(languageOf('Hello, we are sorry for the delay'), 'en')
    assert.equal(languageOf('OK 👍'), null)
  })

  it('says something, or only that somebody is there', () => {
    holds(
      saysSomething,
      ['De 9h à 19h', 'Oui !', 'Nous regardons cela avec notre transporteur aujourd’hui.'],
      ['Bonjour', 'Merci du message'],
    )
  })
})
