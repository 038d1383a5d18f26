import { caring, type Team } from '../play.ts'

/** Has the stand-in read what is sensitive, soon; asks the station; speaks on Saturday. */
export const good: Team = {
  acts: [
    { minute: 4, kind: 'take', person: null },
    { minute: 5, kind: 'pause' },
    { minute: 6, kind: 'cell' },
    {
      minute: 6,
      kind: 'ask',
      department: 'operations',
      person: 'oriane',
      text: 'Peut-on trouver une place sur un vol aujourd’hui pour Oriane Teixeira, et son assistance était-elle réservée ?',
    },
    { minute: 8, kind: 'submit', draft: 'first-word', person: null },
    { minute: 16, kind: 'decide', draft: 'first-word', agreed: true, by: 'sarah' },
    {
      minute: 17,
      kind: 'statement',
      approvedBy: 'sarah',
      text: 'Nous avons vu la vidéo d’Oriane. Je m’en occupe ce matin avec l’escale de Brest, samedi ou pas. Ce que nous saurons sera dit ici avant 9 h 30. Aïcha',
    },
    {
      minute: 22,
      kind: 'ask',
      department: 'operations',
      person: 'gaetan',
      text: 'Où est la valise de Gaëtan Pichon, vol AR 118 ?',
    },
    { minute: 30, kind: 'submit', draft: 'owns-up', person: null },
    { minute: 44, kind: 'decide', draft: 'owns-up', agreed: true, by: 'sarah' },
    {
      minute: 45,
      kind: 'statement',
      approvedBy: 'sarah',
      text: 'L’assistance d’Oriane était réservée et confirmée. Elle aurait dû embarquer : c’est notre erreur, et nous lui présentons nos excuses. Nous reprenons ce matin la liste de chaque porte. Point suivant à 11 h. Aïcha',
    },
    {
      minute: 78,
      kind: 'reply',
      to: 'helene',
      audience: 'private',
      approvedBy: 'sarah',
      text: 'Bonjour Hélène. Oui, l’assistance était réservée ; c’est notre erreur, nous l’avons dit publiquement à 8 h 55. Je vous appelle avant 10 h si vous voulez. Aïcha',
    },
  ],
  answersAfter: 8,
  answers: {
    oriane: {
      public: [
        'Bonjour Oriane, je vous présente nos excuses. Je m’en occupe maintenant avec l’escale, et je vous trouve un vol aujourd’hui. Écrivez-moi en message privé, je réponds aussitôt. Aïcha',
      ],
      private: [
        'Merci Oriane. Je suis avec l’escale et je vous redis l’heure exacte de votre vol avant 9 h. Aïcha',
        'Oriane, votre billet a été remplacé : place confirmée à 12 h 50, assistance avec l’escale. Encore pardon pour hier soir. Aïcha',
      ],
    },
    karim: { public: ['Bonjour Karim, oui, le vol de 11 h pour Lyon est à l’heure. Bon voyage ! Aïcha'] },
    collective: {
      public: [
        'Bonjour. Nous avons vu la vidéo et j’ai l’escale au téléphone : vous aurez les faits ici, aujourd’hui, avant 9 h 30. Aïcha',
      ],
    },
    gaetan: {
      public: [
        'Bonjour Gaëtan, une valise sans son propriétaire, c’est le monde à l’envers, pardon. Envoyez-moi un message privé et je la suis avec l’escale ce matin. Aïcha',
      ],
      private: [
        'Merci Gaëtan, j’ai demandé à l’escale et je vous redis avant 10 h où elle est. Aïcha',
        'Gaëtan, votre valise a été livrée à votre hôtel, la réception a signé. Aïcha',
      ],
    },
    priya: {
      public: [
        'Hi Priya, thank you for telling us what you saw. I’m on it with the Brest station this morning, and we will say here by 9:30 what went wrong. Aïcha',
      ],
    },
    valerie: {
      public: [
        'Bonjour Valérie, oui. Après hier soir, je comprends la question : je vérifie moi-même la liste de votre vol de dimanche ce matin. Aïcha',
      ],
    },
    theo: { public: ['Présente un samedi, Théo. Les faits sont publiés un peu plus haut. Aïcha'] },
    deputy: {
      public: [
        'Bonjour Madame. L’aide à l’embarquement était réservée : c’est notre erreur, et nous l’avons reconnue ce matin. La liste de chaque porte est reprise aujourd’hui. Aïcha',
      ],
    },
    beth: {
      public: ['Thank you Beth, I’ve passed it on to the crew, they’ll be delighted. Give your nan our best. Aïcha'],
    },
    jlb: {
      public: [
        'Bonjour Jean-Luc, un billet s’annule dans « Mes voyages », jusqu’à 24 h avant le départ. Et pour hier soir, nous avons présenté nos excuses. Aïcha',
      ],
    },
  },
  anybody: caring,
}

/** Submits a draft to a reader who is away, waits for Monday, then says what legal supposed. */
export const bad: Team = {
  acts: [
    { minute: 20, kind: 'submit', draft: 'reply', person: 'oriane' },
    {
      minute: 75,
      kind: 'statement',
      text: 'Conformément à la réglementation et pour des raisons de sécurité, la passagère en fauteuil, non annoncée, n’a pu embarquer. Nous reviendrons vers vous lundi matin.',
    },
    {
      minute: 120,
      kind: 'reply',
      to: 'oriane',
      audience: 'public',
      text: 'Madame, la passagère aurait dû prévenir. Cessez de publier des vidéos de nos équipes.',
    },
  ],
  answersAfter: null,
  answers: {},
  anybody: () => '',
}
