import { caring, type Team } from '../play.ts'

/** Says early what is known and what is not, tells the priority customers, exposes the false account. */
export const good: Team = {
  acts: [
    { minute: 9, kind: 'take', person: null },
    { minute: 10, kind: 'cell' },
    { minute: 10, kind: 'pause' },
    {
      minute: 12,
      kind: 'statement',
      text: 'Une panne touche notre réseau mobile dans le Nord et le Pas-de-Calais depuis 8 h 50. Nos équipes y travaillent. La cause n’est pas encore connue. Prochain point ici à 9 h 45. Aïcha',
    },
    {
      minute: 13,
      kind: 'ask',
      department: 'business',
      person: null,
      text: 'Quels clients professionnels prioritaires sont dans la zone, et quelle solution de secours ?',
    },
    {
      minute: 14,
      kind: 'ask',
      department: 'network',
      person: 'odile',
      text: 'Les appels d’urgence et la téléassistance passent-ils ?',
    },
    {
      minute: 19,
      kind: 'ask',
      department: 'lines',
      person: 'mehdi',
      text: 'Carte SIM de Mehdi Azzouz jamais activée depuis samedi : pouvez-vous l’activer ?',
    },
    {
      minute: 24,
      kind: 'contact',
      people: ['clinic', 'taxis'],
      text: 'Bonjour, notre réseau mobile est en panne dans votre zone depuis 8 h 50. En attendant, des cartes multi-réseaux vous sont réservées à la boutique d’Arras. Je reste votre contact. Aïcha',
    },
    {
      minute: 46,
      kind: 'statement',
      text: 'Attention : le compte « Boréal Mobile Assistance » n’est pas le nôtre. Ne lui envoyez ni numéro, ni code, ni RIB : nous ne les demandons jamais. Notre seul compte est @borealmobile. Aïcha',
    },
    {
      minute: 75,
      kind: 'statement',
      approvedBy: 'julien',
      text: 'Point de 10 h 15 : la cause est une fibre coupée par un chantier près d’Arras. La réparation est en cours, pas avant 11 h 30. Les appels d’urgence passent par les autres réseaux. Prochain point à 11 h. Aïcha',
    },
    {
      minute: 126,
      kind: 'statement',
      text: 'Point de 11 h 06 : Lille et sa métropole captent à nouveau. Pas encore Lens, Arras ni Béthune, nos équipes y travaillent. Prochain point à midi. Aïcha',
    },
    {
      minute: 170,
      kind: 'statement',
      text: 'Le réseau est rétabli partout depuis 11 h 40. Si vous ne captez pas, redémarrez votre téléphone ; sinon, écrivez-nous. Merci de votre patience, et pardon pour cette matinée. Aïcha',
    },
  ],
  answersAfter: 5,
  answers: {
    karim: {
      public: [
        'Bonjour Karim, oui, une panne touche Lens et tout le Nord. Nos équipes y travaillent, prochain point ici à 9 h 45. Aïcha',
      ],
    },
    clemence: {
      public: [
        'Bonjour Clémence, pardon pour cette matinée en boutique. La panne touche le Nord depuis 8 h 50, nos équipes y travaillent, et je publie un point ici à 9 h 45. Aïcha',
      ],
    },
    odile: {
      public: [
        'Bonjour Odile, je comprends votre inquiétude. Notre réseau mobile ne passe pas à Béthune pour l’instant : appelez un voisin ou un proche sur un fixe pour qu’il passe la voir. Je vérifie pour la téléassistance et vous réponds ici avant 10 h. Aïcha',
      ],
    },
    mehdi: {
      public: [
        'Bonjour Mehdi, depuis samedi, ce n’est pas la panne, vous avez raison, et je vous demande pardon. Je reprends votre dossier : écrivez-moi à aide@borealmobile.example, je réponds moi-même dans l’heure. Aïcha',
        'Mehdi, votre nouvelle carte est activée : redémarrez votre téléphone et dites-moi par mail si ça capte. Aïcha',
      ],
      private: [
        'Merci Mehdi, je fais le point avec la gestion des lignes et je vous écris avant 10 h. Aïcha',
        'Mehdi, c’est fait : votre carte a été remplacée et activée. Redémarrez le téléphone. Aïcha',
      ],
    },
    yanis: {
      public: [
        'Joli, Yanis. Où on en est : panne dans le Nord, équipes au travail, cause pas encore connue, prochain point à 9 h 45. Promis, avec du contenu. Aïcha',
      ],
    },
    bastien: { public: ['Bien vu, Bastien. On travaille à vous redonner une autre raison de sourire. Aïcha'] },
    dan: {
      public: [
        'Hi Dan, it’s us: an outage in the north of France since 8:50. Our teams are working on it and the next update comes at 9:45, here. Aïcha',
      ],
    },
    roger: {
      public: [
        'Bonjour Roger, non, surtout ne lui envoyez rien : ce compte n’est pas le nôtre. Nous ne demandons jamais de RIB. Merci d’avoir posé la question. Aïcha',
      ],
    },
    rosalind: {
      public: [
        'Hello Rosalind, the outage covers Nord and Pas-de-Calais since 8:50. We are checking the rest and will have confirmed figures at 10:15: press@borealmobile.example. Aïcha',
      ],
    },
    mayor: {
      public: [
        'Bonjour Monsieur le Maire. Une fibre est coupée près d’Arras, la réparation est en cours, pas avant 11 h 30. Prochain point à 11 h, que vous pouvez relayer. Aïcha',
      ],
    },
  },
  anybody: caring,
}

const canned =
  'Cher client, votre demande a bien été prise en compte. Nous mettons tout en œuvre pour vous satisfaire dans les meilleurs délais.'

/** Copies and pastes late, asks for numbers in public, says « restored » to be left alone. */
export const bad: Team = {
  acts: [
    { minute: 30, kind: 'reply', to: 'karim', audience: 'public', text: canned },
    { minute: 31, kind: 'reply', to: 'clemence', audience: 'public', text: canned },
    { minute: 32, kind: 'reply', to: 'yanis', audience: 'public', text: canned },
    {
      minute: 36,
      kind: 'reply',
      to: 'mehdi',
      audience: 'public',
      text: 'Bonjour, donnez-nous ici votre numéro de ligne, votre nom et votre date de naissance.',
    },
    { minute: 58, kind: 'statement', text: 'Le réseau est rétabli, merci de votre confiance.' },
    {
      minute: 100,
      kind: 'statement',
      text: 'Tout fonctionne. Ce n’est pas de notre faute si votre téléphone est mal réglé.',
    },
  ],
  answersAfter: null,
  answers: {},
  anybody: () => '',
}
