import type { Topic } from '#core/triage/labels.ts'

/** What a post says when it speaks of a topic, in French and in English, in any number and without accents: few words, that mean little else. */
export const TOPIC_WORDS: Readonly<Record<Topic, readonly string[]>> = {
  delivery: [
    ...['livraison', 'livrer', 'livré', 'livrée', 'livrons', 'livreur', 'livreuse', 'colis', 'expédition', 'expédié'],
    ...['delivery', 'deliveries', 'deliver', 'delivered', 'shipping', 'shipped', 'parcel', 'courier'],
  ],
  refund: ['remboursement', 'rembourser', 'remboursé', 'avoir', 'dédommagement', 'refund', 'refunded', 'money back'],
  billing: ['facture', 'facturation', 'prélèvement', 'paiement', 'invoice', 'billing', 'direct debit', 'payment'],
  outage: [
    ...['panne', 'coupure', 'réseau', 'service interrompu', 'maintenance', 'connexion', 'outage', 'downtime'],
    ...['network', 'connection'],
  ],
  quality: ['qualité', 'fraîcheur', 'fraîche', 'frais', 'soigné', 'quality', 'fresh', 'freshness', 'flawless'],
  staff: ['équipe', 'conseiller', 'conseillère', 'accueil', 'nos vendeurs', 'team', 'staff', 'customer service'],
  account: ['compte client', 'espace client', 'mot de passe', 'données', 'account', 'password', 'personal data'],
  availability: ['stock', 'disponible', 'disponibilité', 'rupture', 'ouvert', 'ouverture', 'in stock', 'available'],
  price: ['prix', 'tarif', 'promo', 'promotion', 'réduction', 'remise', 'solde', 'price', 'discount', 'deal', 'sale'],
  returns: ['retour', 'échange', 'retourner', 'renvoyer', 'returns', 'exchange', 'send back'],
  information: [],
  other: [],
}

/** What sells or celebrates: while an incident is open, it reads as if nobody had noticed. */
export const CHEERFUL_WORDS: readonly string[] = [
  ...['profitez', 'profite', 'promo', 'promotion', 'soldes', 'offre spéciale', 'jeu concours', 'concours', 'gagnez'],
  ...['fête', 'fêter', 'fêtons', 'bonne humeur', 'quelle joie', 'youpi', 'bravo', 'champagne', 'à ne pas manquer'],
  ...['vivement', 'on adore', 'comme sur des roulettes', 'les yeux fermés', 'en toute confiance', 'sans souci'],
  ...['enjoy', 'don’t miss', 'sale', 'special offer', 'giveaway', 'win', 'celebrate', 'celebrating', 'party', 'cheers'],
  ...['hooray', 'can’t wait', 'we love', 'worry-free', 'with confidence'],
]

/** Emoji that laugh, sell or celebrate. */
export const CHEERFUL_SIGNS = /[🎉🥳🎊🤩😍😂🤣😁😄😃🥂🍾🎁🚀🔥💃🕺✨😎]/gu
