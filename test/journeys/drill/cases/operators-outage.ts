import { bad, good } from '../../../drill/teams/operators-outage.ts'
import { type Case, contactOf, statementsOf } from '../play.ts'

const [inHand = '', fake = '', cause = '', , restored = ''] = statementsOf(good)
const [, worksFine = ''] = statementsOf(bad)
const canned =
  'Cher client, votre demande a bien été prise en compte. Nous mettons tout en œuvre pour vous satisfaire dans les meilleurs délais.'

export const operatorsOutage: Case = {
  scenario: 'operators-outage',
  trainee: 'Yann Prigent',
  affair: 'Panne dans le Nord',
  team: good,
  badly: {
    beats: [
      {
        at: 22,
        deeds: [
          { do: 'type', to: 'karim', text: canned },
          { do: 'say', to: 'clemence', audience: 'public', text: canned },
          { do: 'say', to: 'yanis', audience: 'public', text: canned },
          {
            ...{ do: 'type-in-vain', to: 'mehdi', held: 'votre numéro de ligne' },
            text: 'Bonjour, donnez-nous ici votre numéro de ligne, votre nom et votre date de naissance.',
          },
        ],
      },
      { at: 60, deeds: [{ do: 'state-in-vain', text: 'Le réseau est rétabli, merci de votre confiance.' }] },
      { at: 100, deeds: [{ do: 'state', text: worksFine }] },
      { at: 118, deeds: [{ do: 'see', from: 'yanis', says: /zéro barre/ }] },
    ],
    tells: [
      ['A4', /prise en compte/],
      ['G4', /tout fonctionne/i],
      ['C1', /./],
      ['C2', /découvert seuls|prioritaires/],
      ['K1', /./],
    ],
  },
  well: {
    least: 85,
    beats: [
      {
        at: 12,
        deeds: [
          { do: 'cell' },
          { do: 'state', text: inHand },
          { do: 'ask', department: 'Entreprises', text: 'Quels clients professionnels prioritaires sont touchés ?' },
          { do: 'ask', department: 'Réseau', text: 'Les appels d’urgence et la téléassistance passent-ils ?' },
          { do: 'answer', typing: ['karim'] },
        ],
      },
      {
        at: 26,
        deeds: [
          { do: 'tell-first', text: contactOf(good) },
          { do: 'ask', department: 'Gestion des lignes', about: 'mehdi', text: 'Pouvez-vous activer la carte SIM ?' },
          { do: 'answer' },
        ],
      },
      { at: 48, deeds: [{ do: 'state', text: fake }, { do: 'answer' }] },
      { at: 76, deeds: [{ do: 'state', text: cause }, { do: 'answer' }] },
      { at: 110, deeds: [{ do: 'answer' }] },
      { at: 140, deeds: [{ do: 'answer' }] },
      {
        at: 168,
        deeds: [
          { do: 'confirm', says: 'Le réseau est rétabli partout depuis 11 h 40.' },
          { do: 'state', text: restored },
          { do: 'answer' },
        ],
      },
      { at: 205, deeds: [{ do: 'answer' }] },
    ],
    tells: [
      ['C2', /multi-réseaux/],
      ['K1', /n’est pas le nôtre/],
      ['C3', /rétabli partout/],
    ],
  },
}
