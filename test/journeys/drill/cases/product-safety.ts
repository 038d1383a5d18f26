import { bad, good } from '../../../drill/teams/product-safety.ts'
import { type Case, contactOf, statementsOf } from '../play.ts'

const [stop = '', confirmed = '', recall = ''] = statementsOf(good)
const [noRisk = ''] = statementsOf(bad)

export const productSafety: Case = {
  scenario: 'product-safety',
  trainee: 'Karim Benali',
  affair: 'Éclats dans les gourdes',
  team: good,
  badly: {
    beats: [
      {
        at: 26,
        deeds: [
          {
            ...{ do: 'type', to: 'nadia' },
            text: 'Bonjour, vous avez sûrement mal ouvert la gourde. Donnez-lui de l’eau, ça passera.',
          },
        ],
      },
      {
        at: 38,
        deeds: [
          { do: 'see', from: 'nadia', says: /c’est MOI qui aurais mal ouvert/ },
          { do: 'state', text: noRisk },
        ],
      },
      {
        at: 64,
        deeds: [
          {
            ...{ do: 'type-in-vain', to: 'thierry', held: 'votre nom' },
            text: 'Merci de nous donner ici votre nom, votre adresse et votre numéro de téléphone.',
          },
          { do: 'see', from: 'doctor', says: /indéfendable/ },
        ],
      },
    ],
    tells: [
      ['G7', /mal ouvert/],
      ['G9', /de l’eau/],
      ['G4', /aucun risque/i],
      ['C3', /cas isolé/i],
      ['C2', /./],
    ],
  },
  well: {
    least: 85,
    beats: [
      {
        at: 6,
        deeds: [
          { do: 'answer', typing: ['nadia'] },
          { do: 'cell' },
          { do: 'ask', department: 'Qualité', text: 'Que sait-on du lot 2311 ? Analyse et risque ?' },
          { do: 'ask', department: 'Qualité', text: 'Merci de suspendre la vente en magasin.' },
          { do: 'ask', department: 'Qualité', text: 'Quels acheteurs en ligne l’ont reçu ?' },
        ],
      },
      {
        at: 20,
        deeds: [
          { do: 'state', text: stop },
          { do: 'tell-first', text: contactOf(good) },
          {
            ...{ do: 'ask', department: 'Comptabilité', about: 'nadia', notes: 'refund' },
            text: 'Merci de rembourser les 12 gourdes de Nadia Cherif.',
          },
          { do: 'answer' },
        ],
      },
      {
        at: 48,
        deeds: [
          {
            ...{ do: 'ask', department: 'Comptabilité', about: 'thierry', notes: 'refund' },
            text: 'Merci de rembourser Thierry Vasseur.',
          },
          { do: 'answer' },
        ],
      },
      { at: 70, deeds: [{ do: 'state', text: confirmed }, { do: 'answer' }] },
      { at: 90, deeds: [{ do: 'state', text: recall }, { do: 'answer' }] },
      { at: 106, deeds: [{ do: 'answer' }] },
      { at: 140, deeds: [{ do: 'answer' }] },
      { at: 195, deeds: [{ do: 'answer' }] },
    ],
    tells: [
      ['C1', /ne donnez plus le lot 2311/i],
      ['C2', /gourdes du lot 2311/],
      ['C3', /rappelons le lot 2311/],
    ],
  },
}
