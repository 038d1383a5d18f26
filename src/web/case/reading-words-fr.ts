import type { Flag, Intent, Topic, UrgentReason } from '#core/triage/labels.ts'

type Said<L extends string> = Readonly<Record<L, string>>

const intents: Said<Intent> = {
  complaint: 'Réclamation',
  question: 'Question',
  praise: 'Compliment',
  thanks: 'Remerciement',
  suggestion: 'Suggestion',
  spam: 'Indésirable',
  other: 'Autre chose',
}
const reasons: Said<UrgentReason> = {
  safety: 'danger pour une personne',
  'service-down': 'service en panne',
  deadline: 'échéance aujourd’hui ou demain',
  'vulnerable-person': 'personne vulnérable',
  unanswered: 'relance restée sans réponse',
  'legal-threat': 'menace de justice',
  'press-threat': 'menace d’en parler publiquement',
  fraud: 'fraude en cours',
}
const topics: Said<Topic> = {
  delivery: 'livraison',
  refund: 'remboursement',
  billing: 'facturation',
  outage: 'panne',
  quality: 'qualité',
  staff: 'personnel',
  account: 'compte',
  availability: 'disponibilité',
  price: 'prix',
  returns: 'retours',
  information: 'renseignement',
  other: 'autre',
}
const flags: Said<Flag> = {
  churn: 'parle de partir',
  legal: 'parle de justice',
  safety: 'parle d’un danger',
  abuse: 'propos injurieux',
  sarcasm: 'ironie',
  personal_data_in_text: 'données personnelles dans le texte',
  follow_up: 'relance',
  influencer_threat: 'menace d’en parler publiquement',
}

const quote = (words: readonly string[]): string => words.map((word) => `« ${word} »`).join(', ')

export const fr = {
  intents,
  reasons,
  topics,
  flags,
  quote,
  urgent: 'urgent',
  because: (reasons: string) => ` : ${reasons}`,
  readAs: (what: string, words: string) => `${what}, d’après ${words}.`,
  noWords: (what: string) => `${what}, d’après l’ensemble du message : aucun mot ne le dit à lui seul.`,
  urgentBy: (words: string) => `Urgent, d’après ${words}.`,
  topic: (topic: string) => `Sujet : ${topic}.`,
  toKnow: (flags: string) => `À savoir : ${flags}.`,
  personal: 'Demande le dossier personnel du client : se règle en privé.',
  byDesk: 'Lu par Vigie, qui peut se tromper.',
  byModel: (model: string) => `Lu par le modèle ${model}, qui peut se tromper.`,
  byMember: (name: string) => `Corrigé par ${name}.`,
  correct: 'Corriger',
  correctTitle: 'Qu’est-ce que ce message ?',
  isUrgent: 'C’est urgent',
  isCalm: 'Ce n’est pas urgent',
  corrected: (what: string) => `Message corrigé : ${what}`,
  hastened: (reasons: string) => `Vigie a lu le message comme urgent (${reasons}) : la réponse est due plus tôt`,
}
