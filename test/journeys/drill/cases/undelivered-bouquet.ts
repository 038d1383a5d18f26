import { bad, good } from '../../../drill/teams/undelivered-bouquet.ts'
import { type Case, statementsOf } from '../play.ts'

const [ownsUp = ''] = statementsOf(good)
const [lie = '', denial = ''] = statementsOf(bad)

export const undeliveredBouquet: Case = {
  scenario: 'undelivered-bouquet',
  trainee: 'Aïcha Morel',
  affair: 'Bouquets et message effacé',
  team: good,
  badly: {
    beats: [
      {
        at: 20,
        deeds: [
          { do: 'type-in-vain', to: 'camille', text: 'Vous avez été remboursée ce matin.', held: 'été remboursée' },
          {
            do: 'type',
            to: 'camille',
            text: 'Madame, Facebook n’est pas l’endroit pour se plaindre. Vous auriez pu nous appeler au lieu de vous répandre ici.',
          },
        ],
      },
      { at: 44, deeds: [{ do: 'see', from: 'camille', says: /c’est MOI qui ai tort/ }] },
      {
        at: 110,
        deeds: [
          { do: 'state-in-vain', text: lie },
          { do: 'state', text: denial },
        ],
      },
    ],
    tells: [
      ['G7', /n’est pas l’endroit/],
      ['D1', /rien supprimé/],
      ['A1', /Quelqu’un a parlé à la marque et n’a rien entendu/],
    ],
  },
  well: {
    least: 85,
    beats: [
      {
        at: 14,
        deeds: [
          { do: 'answer', typing: ['camille'] },
          {
            do: 'ask',
            department: 'Atelier et livraisons',
            about: 'camille',
            text: 'Où est le bouquet de Camille Roux ?',
          },
          {
            ...{ do: 'ask', department: 'Comptabilité', about: 'camille', notes: 'refund' },
            text: 'Peut-on faire le remboursement de Camille Roux aujourd’hui ?',
          },
        ],
      },
      {
        at: 42,
        deeds: [
          {
            ...{ do: 'ask', department: 'Comptabilité', about: 'noe', notes: 'refund' },
            text: 'Merci de rembourser les frais de livraison de Noé Faure.',
          },
          { do: 'answer' },
        ],
      },
      { at: 54, deeds: [{ do: 'cell' }, { do: 'state', text: ownsUp }, { do: 'answer' }] },
      { at: 80, deeds: [{ do: 'answer' }] },
      { at: 110, deeds: [{ do: 'answer' }] },
      { at: 145, deeds: [{ do: 'answer' }] },
      { at: 200, deeds: [{ do: 'answer' }] },
    ],
    tells: [
      ['D1', /reconnue devant tous/],
      ['G4', /./],
    ],
  },
}
