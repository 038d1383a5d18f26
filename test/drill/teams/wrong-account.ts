import { caring, type Team } from '../play.ts'

/** Holds everything in, asks, owns up to the town, says what was done once it is. */
export const good: Team = {
  acts: [
    { minute: 5, kind: 'pause' },
    { minute: 6, kind: 'take', person: null },
    { minute: 6, kind: 'cell' },
    {
      minute: 7,
      kind: 'ask',
      department: 'agency',
      person: null,
      text: 'Qui a publié ce message, et depuis quel compte ou outil ?',
    },
    {
      minute: 9,
      kind: 'ask',
      department: 'it',
      person: null,
      text: 'Merci de retirer l’accès de l’agence et de changer les mots de passe.',
    },
    {
      minute: 20,
      kind: 'statement',
      approvedBy: 'julien',
      text: 'Un message publié ce matin depuis notre compte n’aurait jamais dû l’être. C’est notre erreur. Nous présentons nos excuses aux habitants de Montbéliard, et à ceux qui y fabriquent nos voitures. Nous revenons vers vous à 9 h 30. Sarah',
    },
    {
      minute: 40,
      kind: 'ask',
      department: 'after-sales',
      person: 'etienne',
      text: 'La pièce de la L4 de M. Rolland est-elle arrivée à son garage ?',
    },
    {
      minute: 58,
      kind: 'statement',
      approvedBy: 'julien',
      text: 'Nous vous devions une explication. Une personne qui travaille pour nous s’est trompée de compte. Le message a été retiré, il n’aurait pas dû exister. L’accès des outils extérieurs à notre compte a été retiré. Pardon, Montbéliard. Sarah',
    },
    {
      minute: 65,
      kind: 'reply',
      to: 'pym',
      audience: 'private',
      text: 'Bonjour Monsieur Magnin. Une personne qui travaille pour nous s’est trompée de compte ; c’est notre erreur, et nous avons présenté nos excuses à la ville ce matin. Je peux vous appeler avant 10 h. Sarah',
    },
  ],
  answersAfter: 6,
  answers: {
    fabrice: {
      public: [
        'Bonjour Fabrice, non, et je suis désolée que vous ayez lu cela chez nous. C’est notre erreur, et une explication suit ici à 9 h 30. Sarah',
      ],
    },
    bastien: { public: ['Bien envoyé, Bastien. On l’a cherché. La suite de la campagne sera plus courtoise. Sarah'] },
    aminata: {
      public: [
        'Aminata, je suis désolée. Ce message ne dit rien de ce que nous pensons de vous ni de vos collègues, et c’est notre erreur de l’avoir laissé sortir. Sarah',
      ],
    },
    valerie: {
      public: ['Bonjour Valérie, oui : essais de la L4 tous les samedis à Montbéliard, sans rendez-vous. Sarah'],
    },
    mayor: {
      public: [
        'Madame la Maire, nous présentons nos excuses aux habitants de Montbéliard : ce message n’aurait jamais dû sortir de notre compte. L’explication complète est publiée ici avant 9 h 30. Sarah',
      ],
    },
    etienne: {
      public: [
        'Bonjour Étienne, onze jours, c’est trop, et je vous demande pardon. Écrivez-moi à suivi@lormont.example : je regarde avec l’après-vente où en est votre pièce et je vous réponds avant 10 h. Sarah',
      ],
      private: [
        'Merci Étienne. J’ai demandé à l’après-vente, je vous dis avant 10 h ce qu’il en est. Sarah',
        'Étienne, la pièce a été livrée à votre garage, montage demain à 8 h. Pardon pour ces onze jours. Sarah',
      ],
    },
    callum: {
      public: [
        'Hi Callum, yes, it was our account, and it should never have happened. We’ve apologised to the town, and we’ll explain here by 9:30. Sarah',
      ],
    },
    union: {
      public: [
        'Nous présentons nos excuses à ceux qui travaillent à Montbéliard. C’est l’erreur de la marque, et c’est à nous d’en répondre. Sarah',
      ],
    },
    pauline: { public: ['Merci Pauline, votre message nous fait du bien ce matin. Sarah'] },
    fiona: { public: ['Hi Fiona, yes, Saturday’s open day is on, from 10 am. The kids are very welcome. Sarah'] },
  },
  anybody: caring,
}

/** Invents a hacker, jokes, lets the cheerful post out, throws somebody to the lions. */
export const bad: Team = {
  acts: [
    {
      minute: 22,
      kind: 'statement',
      text: 'Notre compte a été piraté ce matin. Nous n’avons rien à voir avec ce message.',
    },
    {
      minute: 44,
      kind: 'reply',
      to: 'fabrice',
      audience: 'public',
      text: 'C’était un trait d’humour, Fabrice, ne soyez pas si susceptible.',
    },
    { minute: 90, kind: 'statement', text: 'Le responsable de ce message a été licencié. L’affaire est close.' },
  ],
  answersAfter: null,
  answers: {},
  anybody: () => '',
}
