export const access = {
  freshTitle: 'Is it still you?',
  freshText: 'This opens the desk to others or changes its rules: your password, good for ten minutes.',
  freshYes: 'It is me',
}
