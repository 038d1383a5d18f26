import { bad, good } from '../../../drill/teams/airline-weekend.ts'
import { type Case, statementsOf } from '../play.ts'

const [firstWord = '', ownsUp = ''] = statementsOf(good)
const [rules = ''] = statementsOf(bad)

export const airlineWeekend: Case = {
  scenario: 'airline-weekend',
  trainee: 'Lucie Hamon',
  affair: 'Passagère laissée au sol',
  team: good,
  badly: {
    beats: [
      {
        at: 20,
        deeds: [{ do: 'type', asks: true, to: 'oriane', text: 'Bonjour Oriane, nous avons lu votre message. Lucie' }],
      },
      { at: 76, deeds: [{ do: 'state', text: rules }] },
      { at: 112, deeds: [{ do: 'see', from: 'helene', says: /n’avait pas prévenu/ }] },
      {
        at: 120,
        deeds: [
          {
            ...{ do: 'type', to: 'collective' },
            text: 'La passagère aurait dû prévenir. Cessez de publier des vidéos de nos équipes.',
          },
        ],
      },
    ],
    tells: [
      ['V2', /relecture|lundi/],
      ['G4', /non annoncée|aurait dû prévenir/],
      ['A2', /./],
      ['G9', /réglementation/],
    ],
  },
  well: {
    least: 85,
    beats: [
      {
        at: 10,
        deeds: [
          { do: 'cell' },
          {
            ...{ do: 'ask', department: 'Escale et opérations', about: 'oriane' },
            text: 'Peut-on trouver une place sur un vol aujourd’hui pour Oriane Teixeira, et son assistance était-elle réservée ?',
          },
          { do: 'answer', typing: ['oriane'] },
        ],
      },
      {
        at: 22,
        deeds: [
          { do: 'state', text: firstWord },
          {
            do: 'ask',
            department: 'Escale et opérations',
            about: 'gaetan',
            text: 'Où est la valise de Gaëtan Pichon ?',
          },
          { do: 'answer' },
        ],
      },
      { at: 48, deeds: [{ do: 'state', text: ownsUp }, { do: 'answer' }] },
      { at: 80, deeds: [{ do: 'answer' }] },
      { at: 118, deeds: [{ do: 'answer' }] },
      { at: 160, deeds: [{ do: 'answer' }] },
      { at: 220, deeds: [{ do: 'answer' }] },
    ],
    tells: [
      ['V2', /./],
      ['C3', /réservée et confirmée/],
      ['T3', /place sur un vol/],
    ],
  },
}
