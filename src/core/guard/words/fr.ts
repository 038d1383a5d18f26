import type { GuardWords, Named } from './guard-words.ts'

const named: Named = {
  datum: {
    order: 'un numéro de commande, de dossier ou de contrat',
    account: 'un identifiant de compte',
    name: 'un nom',
    email: 'une adresse e-mail',
    phone: 'un numéro de téléphone',
    address: 'une adresse postale',
    birth: 'une date de naissance',
    card: 'des chiffres de carte bancaire',
    bank: 'des coordonnées bancaires',
    paper: 'un document personnel',
    login: 'des identifiants de connexion',
    contact: 'des coordonnées personnelles',
    stay: 'un séjour (chambre, dates)',
    money: "une situation d'argent",
    health: 'une information de santé',
    aid: 'une aide sociale',
    'private-words': 'des mots écrits à un proche',
  },
  claim: {
    refund: 'aucun remboursement fait',
    delivery: 'aucun envoi fait',
    replacement: 'aucun remplacement fait',
    resolution: 'aucune solution constatée',
    owner: 'personne de désigné',
    request: 'aucune demande faite',
    done: "rien d'accompli",
  },
  tone: {
    insult: 'blesse la personne qui vous lit',
    threat: 'se lit comme une menace',
    sarcasm: "se lit comme de l'ironie",
    condescension: 'se lit comme une leçon',
    dismissal: 'renvoie la personne sans rien lui apporter',
  },
}

/** Ce que la garde dit à la personne qui écrit : court, factuel, avec ce qu'il faut écrire à la place. */
export const fr: GuardWords = {
  rule: {
    G1: 'Ne demandez jamais une information personnelle en public.',
    G2: 'Ne répétez jamais en public une information personnelle du client.',
    G3: 'Restez courtois.',
    G4: 'Ne dites que ce que le dossier prouve.',
    G5: 'Ne publiez jamais depuis le mauvais compte.',
    G6: 'Ne dénigrez pas ce que la marque défend.',
    G7: 'Ne reprochez jamais à un client de se plaindre en public.',
    G8: 'Un geste commercial vient après la solution, pas avant.',
    G9: "N'engagez pas la marque sur un terrain glissant.",
    P1: 'La première réponse publique à un litige invite à poursuivre en privé.',
    P2: 'Ne proposez que les voies privées qui arrivent.',
    A4: 'Écrivez comme une personne, pas comme un formulaire.',
    D2x: "N'offrez jamais rien contre un avis.",
    length: 'Tenez dans la longueur du réseau.',
    empty: 'Écrivez une réponse.',
  },
  severity: { block: 'À corriger avant l’envoi', approve: 'À faire valider', warn: 'À relire' },
  explain: {
    'asks-personal-data': ({ what, asIfPrivate }) =>
      asIfPrivate
        ? `Vous demandez ${named.datum[what]} en laissant le choix de répondre en public. Tout le monde pourrait le lire : ne proposez que la voie privée.`
        : `Vous demandez ${named.datum[what]} là où tout le monde lit. Demandez-le en privé.`,
    'shows-personal-data': ({ what, customerWroteIt }) =>
      customerWroteIt
        ? `Vous répétez ${named.datum[what]} en public, même si la personne l'a écrit d'abord. Masquez-le.`
        : `Vous montrez ${named.datum[what]} à tout le monde. Masquez-le ou dites-le en privé.`,
    'unkind-words': ({ tone }) => `Ce passage ${named.tone[tone]}. Dites la même chose avec courtoisie, ou retirez-le.`,
    'claim-without-fact': ({ claim, known }) =>
      known === 'requested'
        ? `Le dossier dit « demandé », pas « fait ». Dites ce qui est vrai : la demande est partie.`
        : `Dans le dossier : ${named.claim[claim]}. Dites ce qui est vrai, ou ajoutez d'abord la preuve au dossier.`,
    'no-private-way': ({ surely }) =>
      surely
        ? "C'est le litige d'une personne et vous ne l'invitez pas à poursuivre en privé. Ajoutez une voie privée."
        : "Cela ressemble au litige d'une personne. Invitez-la à poursuivre en privé : message, téléphone ou e-mail.",
    'private-way-closed': () => "Un message privé n'arrivera pas à cette personne. Proposez une voie qui fonctionne.",
    'too-long': ({ used, max, unit }) => {
      const what = unit === 'bytes' ? 'octets' : 'caractères'
      return `${used} ${what} pour ${max} : le réseau refusera la réponse. Coupez.`
    },
    'empty-draft': () => 'Il n’y a rien à envoyer. Écrivez une réponse.',
    'guard-failed': () =>
      "Cette règle n'a pas pu lire votre texte ; par prudence, il ne part pas. Reformulez, ou signalez-le à un responsable.",
  },
  fix: {
    'invite-to-private': 'Inviter en privé',
    remove: 'Retirer la phrase',
    mask: 'Masquer',
    'say-what-is-true': 'Dire ce qui est vrai',
    'say-it-courteously': 'Le dire avec courtoisie',
    'add-private-way': 'Ajouter une voie privée',
    'offer-open-way': 'Proposer une voie qui arrive',
    cut: 'Couper à la longueur',
    'switch-to-private': 'Répondre en privé',
  },
}
