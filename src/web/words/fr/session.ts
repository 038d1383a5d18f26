export const entry = {
  otherLanguage: 'Use Vigie in English',
  signIn: 'Entrer',
  signInText: 'Le bureau où une marque répond à son public.',
  notSetUp: 'Ce bureau attend sa première personne',
  notSetUpText:
    'Ouvrez le lien à usage unique que le démarrage a affiché dans son terminal : il crée l’administration.',
  email: 'Adresse électronique',
  password: 'Mot de passe',
  enter: 'Entrer',
  newPassword: 'Mot de passe à choisir',
  passwordHint: (n: number) => `Au moins ${n} caractères. Une phrase vaut mieux qu’un mot compliqué.`,
  name: 'Votre nom',
  nameHint: 'Vos collègues le verront ; le public, seulement si vous signez.',
  join: 'Rejoindre l’équipe',
  joinText: 'Vous êtes invité à répondre au public de la marque.',
  joinYes: 'Rejoindre',
  setUp: 'Ouvrir le bureau',
  setUpText: 'Une minute : la marque, puis vous, qui l’administrerez.',
  setUpNoLink: 'Il manque la clé à la fin de l’adresse : ouvrez le lien entier affiché au démarrage.',
  setUpYes: 'Ouvrir le bureau',
  brand: 'Nom de la marque',
  brandHint: 'Celui que le public connaît. Une agence pourra en ajouter d’autres.',
  timeZone: 'Fuseau horaire',
}

export const welcome = {
  steps: 'Étapes',
  names: { channel: 'Un compte', promise: 'La promesse', people: 'L’équipe' },
  titles: { channel: 'Où vous écrit-on ?', promise: 'En combien de temps répondez-vous ?', people: 'Qui répond ?' },
  answers: {
    channel:
      'Connectez un compte, ou commencez avec le réseau d’entraînement : des clients inventés, rien ne sort d’ici.',
    promise: 'Chaque message aura son échéance, comptée depuis l’heure où il a été écrit.',
    people: 'Vous répondez déjà. Invitez qui répondra avec vous, ou faites-le plus tard.',
  },
  peopleNote: 'Le lien sert une fois et vaut trois jours. Transmettez-le par le moyen que vous voulez.',
  next: 'Continuer',
  finish: 'Ouvrir la boîte de réception',
}
