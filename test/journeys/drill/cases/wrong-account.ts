import { bad, good } from '../../../drill/teams/wrong-account.ts'
import { type Case, statementsOf } from '../play.ts'

const [ownsUp = '', explains = ''] = statementsOf(good)
const [hacked = '', fired = ''] = statementsOf(bad)

export const wrongAccount: Case = {
  scenario: 'wrong-account',
  trainee: 'Maud Le Goff',
  affair: 'Message du mauvais compte',
  team: good,
  badly: {
    beats: [
      { at: 24, deeds: [{ do: 'state', text: hacked }] },
      {
        at: 46,
        deeds: [
          { do: 'type', to: 'fabrice', text: 'C’était un trait d’humour, Fabrice, ne soyez pas si susceptible.' },
        ],
      },
      { at: 60, deeds: [{ do: 'see', from: 'pym', says: /l’agence confirme/i }] },
      { at: 92, deeds: [{ do: 'state', text: fired }] },
    ],
    tells: [
      ['G4', /piraté/],
      ['G6', /trait d’humour/],
      ['G5', /./],
      ['C4', /./],
    ],
  },
  well: {
    least: 85,
    beats: [
      {
        at: 10,
        deeds: [
          { do: 'pause' },
          { do: 'cell' },
          { do: 'ask', department: 'Agence', text: 'Qui a publié ce message, et depuis quel compte ou outil ?' },
          { do: 'ask', department: 'Informatique', text: 'Merci de retirer l’accès de l’agence.' },
        ],
      },
      {
        at: 22,
        deeds: [
          { do: 'state', text: ownsUp },
          { do: 'answer', typing: ['aminata'] },
        ],
      },
      {
        at: 42,
        deeds: [
          {
            do: 'ask',
            department: 'Après-vente',
            about: 'etienne',
            text: 'La pièce de la L4 de M. Rolland est-elle arrivée ?',
          },
          { do: 'answer', typing: ['mayor'] },
        ],
      },
      { at: 62, deeds: [{ do: 'state', text: explains }, { do: 'answer' }] },
      { at: 100, deeds: [{ do: 'answer' }] },
      { at: 150, deeds: [{ do: 'answer' }] },
    ],
    tells: [
      ['G5', /notre erreur|n’aurait jamais dû/],
      ['G6', /Montbéliard/],
      ['C4', /./],
    ],
  },
}
