import { caring, type Team } from '../play.ts'

/** Answers everyone, owns up, says only what is so. */
export const good: Team = {
  acts: [
    { minute: 3, kind: 'take', person: 'camille' },
    {
      minute: 8,
      kind: 'ask',
      department: 'workshop',
      person: 'camille',
      text: 'Où est le bouquet de Camille Roux, commande de jeudi ?',
    },
    {
      minute: 12,
      kind: 'ask',
      department: 'accounts',
      person: 'camille',
      text: 'Peut-on faire le remboursement de Camille Roux aujourd’hui ?',
    },
    {
      minute: 30,
      kind: 'ask',
      department: 'accounts',
      person: 'noe',
      text: 'Merci de rembourser les frais de livraison de Noé Faure.',
    },
    {
      minute: 36,
      kind: 'ask',
      department: 'workshop',
      person: 'maryvonne',
      text: 'Où est l’orchidée de Maryvonne Le Bras, livraison de ce matin ?',
    },
    { minute: 43, kind: 'take', person: null },
    { minute: 48, kind: 'cell' },
    {
      minute: 52,
      kind: 'statement',
      approvedBy: 'julien',
      text: 'Un de nos collègues a supprimé le message de Camille. Il n’aurait jamais dû l’être : c’est notre erreur, et nous lui présentons nos excuses. Elle peut le republier, il restera. Je m’en occupe personnellement, nouveau point à 11 h. Aïcha',
    },
    {
      minute: 76,
      kind: 'reply',
      to: 'helene',
      audience: 'private',
      text: 'Bonjour Hélène, oui, un collègue a supprimé ce message, et c’est notre erreur : nous l’avons dit publiquement ce matin. Pour la cliente, je vous confirme l’état exact à 10 h 45. Aïcha',
    },
  ],
  answersAfter: 6,
  answers: {
    camille: {
      public: [
        'Bonjour Camille, je suis sincèrement désolée. Je regarde avec l’atelier ce qui s’est passé et je vous réponds d’ici une heure. Pour parler de votre commande, écrivez-nous en message privé. Aïcha',
        'Camille, vous avez raison : votre message a été supprimé par un collègue, il n’aurait pas dû l’être. Pardon. Je reste à votre écoute en message privé. Aïcha',
      ],
      private: [
        'Merci Camille. L’étiquette portait le mauvais jour, c’est notre faute. J’ai demandé votre remboursement à la comptabilité, et je vous écris ici avant 11 h pour vous dire où il en est. Aïcha',
        'Camille, c’est fait : vos 49 € vous ont été remboursés, la banque l’a confirmé. Encore toutes nos excuses. Aïcha',
      ],
    },
    noe: {
      public: [
        'Bonjour Noé, un mail de mardi sans réponse, ce n’est pas normal, et je vous demande pardon. Je reprends votre dossier ce matin : écrivez-nous à bonjour@fleursduport.example, j’y réponds moi-même avant midi. Aïcha',
      ],
      private: [
        'Merci Noé. J’ai demandé à la comptabilité de vous rendre vos frais de livraison, je vous redis ce qu’il en est avant midi. Aïcha',
        'Noé, vos frais de livraison vous ont été remboursés ce matin, virement confirmé. Aïcha',
      ],
    },
    lucas: { public: ['Bonjour Lucas, oui : samedi 15 août jusqu’à 13 h, à Nantes et à Paris. Bonne journée ! Aïcha'] },
    ines: { public: ['Merci Inès, votre message fait le tour de l’atelier ! Un sourire à votre maman. Aïcha'] },
    maryvonne: {
      public: [
        'Bonjour Maryvonne, votre orchidée est prévue dans la tournée de fin de matinée. Écrivez-nous en message privé, je vous dis l’heure dès que le livreur me la donne. Aïcha',
      ],
      private: [
        'Je regarde avec le livreur, Maryvonne, et je vous redis l’heure avant 11 h. Aïcha',
        'Maryvonne, votre orchidée est livrée, le reçu est signé de 11 h 20. Merci de votre patience. Aïcha',
      ],
    },
    theo: {
      public: [
        'Bonjour Théo, oui, ce message a été supprimé par un collègue, et il n’aurait pas dû l’être. Nous l’avons reconnu publiquement et nous nous en excusons auprès de Camille. Aïcha',
      ],
    },
    megan: {
      public: [
        'Hi Megan, a colleague deleted one message and should not have; we have apologised. Your order for tomorrow is not affected, and we will write to you if anything changes. Aïcha',
      ],
    },
    solene: {
      public: [
        'Bonjour Madame Garnier, ce message n’aurait pas dû être supprimé, nous l’avons reconnu et nous nous en excusons. Aïcha',
      ],
    },
  },
  anybody: caring,
}

/** Blames, is silent, denies, lies. */
export const bad: Team = {
  acts: [
    {
      minute: 20,
      kind: 'reply',
      to: 'camille',
      audience: 'public',
      text: 'Madame, Facebook n’est pas l’endroit pour se plaindre. Vous auriez pu nous appeler au lieu de vous répandre ici.',
    },
    {
      minute: 64,
      kind: 'statement',
      text: 'La situation est réglée, la cliente a été remboursée. Merci de ne plus relayer de fausses informations.',
    },
    {
      minute: 110,
      kind: 'statement',
      text: 'Nous n’avons rien supprimé. Il s’agit d’un problème technique de Facebook.',
    },
  ],
  answersAfter: null,
  answers: {},
  anybody: () => '',
}
