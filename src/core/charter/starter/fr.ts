import type { StarterWords } from '../starter.ts'

/** Ce qu'une marque peut signer le premier jour ; chaque mot est là pour être changé. */
export const starterFr: StarterWords = {
  mission: (brand) =>
    `Répondre à toute personne qui parle à ${brand} ou de ${brand} : vite, vrai, avec courtoisie. Régler en privé ce qui est personnel, dire ensuite ce qui a été fait, et rapporter aux services ce qui revient.`,
  tone: {
    address: 'vous',
    likedWords: [
      'merci de nous le dire',
      'je regarde tout de suite',
      'je m’en occupe',
      'vous avez raison',
      'bonne journée',
    ],
  },
  reservedWords: [
    { words: 'suite à votre demande', instead: 'vous nous dites que', severity: 'warn' },
    { words: 'nous accusons réception', instead: 'nous avons bien lu', severity: 'warn' },
    { words: 'nous mettons tout en œuvre', instead: 'voici ce que nous faisons', severity: 'warn' },
    { words: 'dans les meilleurs délais', instead: 'dès que j’ai la réponse', severity: 'warn' },
    { words: 'veuillez agréer', instead: 'bonne journée', severity: 'warn' },
    { words: 'pour des raisons indépendantes de notre volonté', instead: 'voici pourquoi', severity: 'warn' },
    { words: 'nous vous prions de bien vouloir', instead: 'pouvez-vous', severity: 'warn' },
    { words: 'cher client', instead: 'bonjour', severity: 'warn' },
    { words: 'satisfait ou remboursé', severity: 'approve' },
    { words: 'zéro risque', severity: 'block' },
  ],
  reservedSubjects: [
    {
      name: 'Politique et religion',
      words: ['élection', 'parti politique', 'gouvernement', 'président de la République', 'religion', 'laïcité'],
      severity: 'block',
    },
    {
      name: 'Conseil médical',
      words: ['posologie', 'traitement médical', 'diagnostic', 'prenez un médicament', 'arrêtez votre traitement'],
      severity: 'block',
    },
    {
      name: 'Responsabilité reconnue',
      words: [
        'nous reconnaissons notre responsabilité',
        'notre entière responsabilité',
        'faute de notre part',
        'nous sommes en tort',
      ],
      severity: 'approve',
    },
    {
      name: 'Secrets de l’entreprise',
      words: ['chiffre d’affaires', 'plan social', 'licenciement', 'rachat', 'notre fournisseur est', 'confidentiel'],
      severity: 'block',
    },
  ],
  sensitiveSubjects: [
    {
      name: 'Blessure, allergie, intoxication',
      words: ['blessé', 'blessure', 'brûlure', 'allergie', 'intoxication', 'hôpital', 'urgences', 'accident'],
      approvers: 2,
    },
    {
      name: 'Discrimination et harcèlement',
      words: ['raciste', 'racisme', 'sexiste', 'homophobe', 'discrimination', 'harcèlement', 'agression'],
      approvers: 2,
    },
    {
      name: 'Fuite de données',
      words: ['fuite de données', 'données volées', 'piraté', 'piratage', 'RGPD', 'CNIL'],
      approvers: 2,
    },
    {
      name: 'Menace de procès',
      words: ['avocat', 'porter plainte', 'plainte', 'tribunal', 'mise en demeure', 'DGCCRF', 'médiateur', 'huissier'],
      approvers: 1,
    },
    {
      name: 'Presse et influence',
      words: ['journaliste', 'rédaction', 'interview', 'article de presse', 'reportage', 'émission'],
      approvers: 1,
    },
    {
      name: 'Rappel de produit et sécurité',
      words: ['rappel de produit', 'défaut de sécurité', 'dangereux', 'prend feu', 'explosé', 'retrait de la vente'],
      approvers: 2,
    },
    {
      name: 'Emploi et conflits du travail',
      words: ['grève', 'syndicat', 'conditions de travail', 'salarié', 'prud’hommes'],
      approvers: 1,
    },
    { name: 'Deuil', words: ['décès', 'décédé', 'obsèques', 'enterrement', 'deuil'], approvers: 1 },
  ],
}
