import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hearSpeech } from './hear-speech.ts'
import type { SpeechAct } from './speech-act.ts'

const says: readonly [act: SpeechAct, yes: readonly string[], no: readonly string[]][] = [
  [
    'greets-by-name',
    ['Bonjour Camille, je regarde.', 'CAMILLE, pardon.', 'Hi Camille!'],
    ['Bonjour, je regarde.', 'Bonjour Camillea'],
  ],
  [
    'apologises',
    ['Je suis désolée.', 'Toutes nos excuses.', 'We are sorry about that.', 'Je vous demande pardon.'],
    ['Merci de votre message.'],
  ],
  [
    'owns-up',
    [
      'C’est notre erreur.',
      'Ce message n’aurait jamais dû être supprimé.',
      'Nous nous sommes trompés.',
      'We got this wrong.',
      'Your message was our mistake.',
      'Il a été supprimé par erreur.',
    ],
    ['Vous vous êtes trompé.', 'Il y a eu une erreur.', 'It is your mistake.'],
  ],
  [
    'takes-charge',
    [
      'Je m’en occupe.',
      'Nos équipes y travaillent.',
      'Votre dossier est pris en charge.',
      'I’m on it.',
      'We are looking into it.',
      'Je regarde avec l’atelier.',
    ],
    ['Bonne journée !', 'Le réseau est en panne.', 'Have a nice day.'],
  ],
  [
    'gives-date',
    [
      'Prochain point à 9 h 45.',
      'Réponse demain.',
      'dans l’heure',
      'within two hours',
      'by noon',
      'avant midi',
      'sous 48 h',
    ],
    ['Bientôt.', 'Nous revenons vers vous.', 'As soon as possible.'],
  ],
  [
    'invites-to-private',
    ['Écrivez-nous en message privé.', 'Please send us a DM.', 'Appelez-nous au 02 40 00 00 00.'],
    ['Répondez ici.', 'Merci de votre message.'],
  ],
  [
    'says-unknown',
    [
      'La cause n’est pas encore établie.',
      'À ce stade, rien n’est sûr.',
      'We do not know yet.',
      'We are still investigating.',
    ],
    ['La cause est connue.', 'It is fixed.'],
  ],
  [
    'gives-advice',
    [
      'Ne donnez plus le lot 2311.',
      'Ne lui envoyez rien.',
      'Redémarrez votre téléphone.',
      'Please stop using it.',
      'Bring it back to a shop.',
    ],
    ['Merci de votre patience.', 'We are sorry.'],
  ],
  [
    'disowns',
    ['Ce compte n’est pas le nôtre.', 'C’est un faux compte.', 'This account is not ours.', 'Our only account is @x.'],
    ['Notre compte est ouvert.', 'Ce message est de nous.'],
  ],
  [
    'offers-gesture',
    ['Voici un bon d’achat de 10 €.', '10 % de réduction', 'a voucher for you'],
    ['Voici la réponse.'],
  ],
  ['signs', ['Je regarde. Aïcha', 'À demain – Julien', 'Thanks!\nSarah'], ['Je regarde.', 'merci']],
]

describe('what words do', () => {
  for (const [act, yes, no] of says)
    it(act, () => {
      for (const text of yes) assert.ok(hearSpeech(text, 'Camille Roux').has(act), `${act}: ${text}`)
      for (const text of no) assert.ok(!hearSpeech(text, 'Camille Roux').has(act), `${act}, no: ${text}`)
    })
})
