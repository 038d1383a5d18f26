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
    something: 'une information personnelle',
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
  ground: {
    promise:
      "Vous engagez la marque sur une date ou un résultat qui n'est pas acquis. Dites ce qui est sûr, et ce que vous ferez vous-même.",
    liability:
      'Vous reconnaissez une responsabilité au sens du droit. Présentez des excuses, sans parler de torts ni de dédommagement.',
    politics: 'Vous prenez parti. La marque ne commente pas la politique.',
    competitor: 'Vous jugez un concurrent. Parlez de ce que fait la marque.',
    advice: "Vous donnez un conseil de santé, de droit ou d'argent. Renvoyez vers un professionnel.",
    reserved: 'La charte réserve ce sujet',
  },
}

/** Ce que la garde dit à la personne qui écrit : court, factuel, avec ce qu'il faut écrire à la place. */
export const fr: GuardWords = {
  rule: {
    G1: 'Ne demandez jamais une information personnelle en public.',
    G2: 'Ne répétez jamais en public une information personnelle du client.',
    G3: 'Restez courtois.',
    G4: 'Ne dites que ce que le dossier prouve.',
    C3: 'Ne dites de la crise que ce qui est confirmé.',
    G5: 'Ne publiez jamais depuis le mauvais compte.',
    G6: 'Ne dénigrez pas ce que la marque défend.',
    G7: 'Ne reprochez jamais à un client de se plaindre en public.',
    G8: 'Un geste commercial vient après la solution, pas avant.',
    G9: "N'engagez pas la marque sur un terrain glissant.",
    P1: 'La première réponse publique à un litige invite à poursuivre en privé.',
    P2: 'Ne proposez que les voies privées qui arrivent.',
    A4: 'Écrivez comme une personne, pas comme un formulaire.',
    D2x: "N'offrez jamais rien contre un avis.",
    H1: 'Suivez les mots de la charte.',
    label: 'Ce qui est payé le dit.',
    link: 'Ne renvoyez que vers les adresses de la marque.',
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
    'may-not-be-said': ({ state, what, says }) =>
      state === 'forbidden'
        ? `La cellule de crise interdit de dire cela : « ${says} ».`
        : what === 'date'
          ? `« ${says} » : pas encore confirmé par la cellule de crise. Ne donnez aucune date.`
          : `« ${says} » : pas encore confirmé par la cellule de crise. Ne l’affirmez pas.`,
    'no-private-way': ({ surely }) =>
      surely
        ? "C'est le litige d'une personne et vous ne l'invitez pas à poursuivre en privé. Ajoutez une voie privée."
        : "Cela ressemble au litige d'une personne. Invitez-la à poursuivre en privé : message, téléphone ou e-mail.",
    'private-way-closed': () => "Un message privé n'arrivera pas à cette personne. Proposez une voie qui fonctionne.",
    'not-the-brands-account': ({ account, brand }) =>
      `Le compte ${account} n'est pas celui de ${brand}. Répondez depuis le compte de la marque.`,
    'account-changed': ({ account, begunAs }) =>
      `Ce brouillon a été commencé sous ${begunAs} ; il partirait sous ${account}. Relisez-le pour ce compte, ou revenez au premier.`,
    'other-brand': ({ name }) => `Vous parlez au nom de ${name}, qui n'est pas cette marque.`,
    'personal-voice': () =>
      'Ces mots viennent de votre vie, ou sont pour quelqu’un d’autre. La marque répond au client, rien de plus.',
    'runs-down-our-own': () =>
      'Ces mots dénigrent la marque, ses clients, ses équipes ou sa ville. Reconnaissez la faute précise, sans rabaisser personne.',
    'blames-the-complaint': () =>
      "Vous reprochez au client d'avoir parlé en public. Remerciez-le de l'avoir dit, et occupez-vous de ce qui ne va pas.",
    'gesture-refused': ({ why }) =>
      ({
        'not-settled':
          "Le problème n'est pas réglé : un geste commercial maintenant a l'air d'acheter le silence. Réglez d'abord.",
        'none-allowed': 'La charte ne prévoit pas de geste commercial.',
        'over-the-cap': 'Ce geste dépasse le plafond de la charte.',
        'given-enough': 'Ce client a déjà reçu cette année ce que la charte permet.',
        'worth-unknown':
          'Un pourcentage ne dit pas combien il coûte : la charte plafonne en euros. Écrivez un montant, ou quelqu’un relira.',
      })[why],
    'slippery-ground': ({ ground, name }) =>
      ground === 'reserved' ? `${named.ground.reserved} : ${name}.` : named.ground[ground],
    'set-phrases': ({ like }) =>
      like === 'advertising'
        ? 'Cela se lit comme une publicité. Répondez à cette personne, avec vos mots.'
        : 'Cela se lit comme un formulaire. Dites-le comme vous le diriez de vive voix.',
    'copied-reply': () =>
      'Presque la même réponse a été publiée récemment sur ce compte : tout le monde peut le voir. Écrivez celle-ci pour cette personne.',
    'no-signature': () => 'La charte demande une signature : ajoutez votre prénom ou vos initiales à la fin.',
    'template-left': ({ what }) => `« ${what} » est resté du modèle. Remplacez-le.`,
    'buys-a-review': () =>
      "Vous liez quelque chose à un avis : c'est interdit par la loi. L'avis reste, et ce qui est dû est dû de toute façon.",
    'reserved-word': ({ words, instead }) =>
      instead === ''
        ? `La charte n'emploie pas « ${words} ».`
        : `La charte n'emploie pas « ${words} » ; elle dit « ${instead} ».`,
    'foreign-link': ({ host }) => `${host} n'est pas une adresse de la marque.`,
    'too-long': ({ used, max, unit }) => {
      const what = unit === 'bytes' ? 'octets' : 'caractères'
      return `${used} ${what} pour ${max} : le réseau refusera la réponse. Coupez.`
    },
    'paid-unlabelled': () =>
      'Quelqu’un est payé, ou reçoit quelque chose, pour parler de la marque : ceux qui lisent doivent le savoir. Dites-le.',
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
    'say-what-the-charter-says': 'Dire comme la charte',
    'say-it-is-paid': 'Dire que c’est payé',
    sign: 'Signer',
  },
}
