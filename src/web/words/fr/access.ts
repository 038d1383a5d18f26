export const access = {
  freshTitle: 'C’est toujours vous ?',
  freshText: 'Ce geste ouvre le bureau à d’autres ou en change les règles : votre mot de passe, valable dix minutes.',
  freshYes: 'C’est moi',
}
