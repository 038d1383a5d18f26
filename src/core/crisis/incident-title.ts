import type { Topic } from '#core/triage/labels.ts'
import type { Matching } from './matching.ts'

const TOPICS: Readonly<Record<'fr' | 'en', Readonly<Record<Topic, string>>>> = {
  fr: {
    ...{
      delivery: 'Livraisons',
      refund: 'Remboursements',
      billing: 'Facturation',
      outage: 'Panne',
      quality: 'Qualité',
    },
    ...{
      staff: 'Accueil',
      account: 'Comptes clients',
      availability: 'Disponibilité',
      price: 'Prix',
      returns: 'Retours',
    },
    ...{ information: 'Informations', other: 'Incident' },
  },
  en: {
    ...{ delivery: 'Deliveries', refund: 'Refunds', billing: 'Billing', outage: 'Outage', quality: 'Quality' },
    ...{ staff: 'Service', account: 'Customer accounts', availability: 'Availability', price: 'Prices' },
    ...{ returns: 'Returns', information: 'Information', other: 'Incident' },
  },
}

/** A name for an incident that nobody has named yet: its topics, else its words, else that there is one (C1: declaring takes one act). */
export const titleOf = ({ topics, words }: Matching, language: 'fr' | 'en'): string =>
  topics.map((topic) => TOPICS[language][topic]).join(', ') || words.join(', ') || TOPICS[language].other
