import { caring, type Team } from '../play.ts'

/** Says at once what to do and what is not known, tells the buyers, announces the recall as soon as it is decided. */
export const good: Team = {
  acts: [
    { minute: 4, kind: 'take', person: null },
    { minute: 4, kind: 'cell' },
    { minute: 5, kind: 'pause' },
    {
      minute: 5,
      kind: 'ask',
      department: 'quality',
      person: null,
      text: 'Que sait-on du lot 2311 ? Analyse et risque ?',
    },
    { minute: 6, kind: 'ask', department: 'quality', person: null, text: 'Merci de suspendre la vente en magasin.' },
    { minute: 7, kind: 'ask', department: 'quality', person: null, text: 'Quels acheteurs en ligne l’ont reçu ?' },
    {
      minute: 16,
      kind: 'statement',
      text: 'Une maman nous a signalé un éclat de plastique. Par précaution, ne donnez plus le lot 2311 : le numéro est au dos de la gourde. Nos équipes l’analysent, l’origine n’est pas encore établie. Prochain point ici à 9 h. Aïcha',
    },
    {
      minute: 20,
      kind: 'contact',
      people: ['creche', 'lily'],
      text: 'Bonjour, vous avez reçu des gourdes du lot 2311. Par précaution, ne les donnez plus et gardez-les : nous analysons un éclat de plastique, et nous vous écrivons à 9 h. Aïcha',
    },
    {
      minute: 24,
      kind: 'ask',
      department: 'accounts',
      person: 'nadia',
      text: 'Merci de rembourser les 12 gourdes de Nadia Cherif.',
    },
    {
      minute: 56,
      kind: 'ask',
      department: 'accounts',
      person: 'thierry',
      text: 'Merci de rembourser Thierry Vasseur.',
    },
    {
      minute: 70,
      kind: 'statement',
      text: 'Point de 9 h : un éclat de bouchon est confirmé dans trois gourdes du lot 2311. Ne donnez plus ce lot. Nous vous disons la suite à 9 h 20. Merci aux parents qui nous ont alertés. Aïcha',
    },
    {
      minute: 90,
      kind: 'statement',
      text: 'Nous rappelons le lot 2311. Rapportez-le dans n’importe quel magasin : remboursement sans ticket. Les autres lots ne sont pas concernés. Nous présentons nos excuses aux familles. Prochain point à 11 h. Aïcha',
    },
    {
      minute: 106,
      kind: 'reply',
      to: 'helene',
      audience: 'private',
      text: 'Bonjour Hélène. Lot 2311, rappelé à 9 h 16 ; consigne : ne plus le donner, remboursement en magasin. Première alerte reçue il y a huit jours, que nous aurions dû voir. Je peux vous appeler avant 10 h. Aïcha',
    },
  ],
  answersAfter: 5,
  answers: {
    nadia: {
      public: [
        'Bonjour Nadia, je suis désolée. Ne lui donnez plus cette gourde et gardez-la. S’il est gêné, appelez le 15 ; sinon, votre pédiatre. Je suis votre cas moi-même : écrivez-moi en message privé, je réponds dans la minute. Aïcha',
      ],
      private: [
        'Merci Nadia, oui, gardez la gourde au froid, la qualité vient la chercher. J’ai demandé votre remboursement et je vous redis avant 10 h ce qu’il en est. Aïcha',
        'Nadia, vos 12 gourdes vous ont été remboursées, virement confirmé. Comment va votre petit ? Aïcha',
      ],
    },
    ludivine: {
      public: [
        'Bonjour Ludivine, par précaution ne lui en donnez plus si le lot est le 2311, au dos de la gourde. Au moindre signe, le 15 ou votre pédiatre. Nos équipes analysent le lot, point à 9 h. Aïcha',
      ],
    },
    parents: {
      public: [
        'Bonjour. Non : par précaution, ne donnez plus le lot 2311, le temps de l’analyse. Nous ne connaissons pas encore l’origine, prochain point à 9 h ici. Merci de relayer. Aïcha',
      ],
    },
    samuel: {
      public: [
        'Hi Samuel, the batch number is on the back of the pouch, bottom left. If it says 2311, please do not give it for now. We are still checking and will post an update at 9. Aïcha',
      ],
    },
    bastien: {
      public: [
        'Sur ce sujet-là on ne rira pas, Bastien, mais merci de faire suivre la consigne : lot 2311, à ne plus donner. Aïcha',
      ],
    },
    thierry: {
      public: [
        'Bonjour Thierry, vous avez écrit il y a huit jours et nous aurions dû vous rappeler. Je vous demande pardon. Écrivez-moi à qualite@presdambre.example, je reprends tout avec vous ce matin. Aïcha',
      ],
      private: [
        'Merci Thierry. J’ai demandé votre remboursement, et je vous redis avant 10 h ce que donne l’analyse. Aïcha',
        'Thierry, vous avez été remboursé, virement confirmé. Votre photo a servi à trouver le lot : merci. Aïcha',
      ],
    },
    doctor: {
      public: [
        'Bonjour Docteur. Consigne publiée ce matin : ne plus donner le lot 2311, garder la gourde, et le médecin au moindre signe. Résultat de l’analyse à 9 h. Aïcha',
      ],
    },
    rosalind: {
      public: [
        'Hello Rosalind. Batch 2311; please see our update at 9:20 for figures. We are still checking when the first report came in: press@presdambre.example. Aïcha',
      ],
    },
    clemence: { public: ['Merci Clémence, c’est précieux ce matin. Aïcha'] },
  },
  anybody: caring,
}

/** Reassures too soon, blames the parents, plays the doctor. */
export const bad: Team = {
  acts: [
    {
      minute: 25,
      kind: 'reply',
      to: 'nadia',
      audience: 'public',
      text: 'Bonjour, vous avez sûrement mal ouvert la gourde. Donnez-lui de l’eau, ça passera.',
    },
    {
      minute: 34,
      kind: 'statement',
      text: 'Il s’agit d’un cas isolé. Nos compotes ne présentent aucun risque. Aucun risque pour vos enfants.',
    },
    {
      minute: 62,
      kind: 'reply',
      to: 'thierry',
      audience: 'public',
      text: 'Merci de nous donner ici votre nom, votre adresse et votre numéro de téléphone.',
    },
  ],
  answersAfter: null,
  answers: {},
  anybody: () => '',
}
