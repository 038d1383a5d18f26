import { enPlural } from '../plural.ts'

const replies = (n: number) => `${n} ${enPlural(n, 'reply', 'replies')}`

export const access = {
  freshTitle: 'Is it still you?',
  freshText: 'This opens the desk to others or changes its rules: your password, good for ten minutes.',
  freshYes: 'It is me',
  stop: 'Stop all speech',
  stopTitle: 'Stop every outgoing word?',
  stopText:
    'Nothing more leaves under the brand’s name, from any account, for the whole team. Messages still come in. A manager lets the brand speak again.',
  stopYes: 'Stop now',
  stopped: 'Nothing leaves any more',
  silence: 'Speech stopped',
  silentSince: (at: string, by: string) => `Speech stopped at ${at} by ${by}.`,
  silentMeans: (waiting: number) =>
    waiting === 0
      ? 'Nothing leaves; messages still come in.'
      : `Nothing leaves, ${replies(waiting)} ${enPlural(waiting, 'waits', 'wait')}; messages still come in.`,
  wasLeaving: (n: number) => `${replies(n)} ${enPlural(n, 'was', 'were')} leaving at that moment:`,
  leavingCase: (number: number, state: string) =>
    `case ${number}, ${state === 'sent' ? 'published' : state === 'sending' || state === 'unknown' ? 'perhaps published' : 'held back'}`,
  release: 'Let the brand speak',
  releaseTitle: 'Let the brand speak again?',
  releaseText: (waiting: number, minutes: number) =>
    waiting === 0
      ? 'No reply waits.'
      : `${replies(waiting)} ${enPlural(waiting, 'waits', 'wait')}. Those older than ${minutes} minutes ask first whether they still hold; the others leave.`,
  releaseYes: 'Let it speak',
  released: 'The brand may speak again',
  silent: 'The brand is silent for now: your draft is kept.',
  declare: 'This account is the brand’s, and nobody’s own. My word is kept in the journal.',
  byPasskey: 'Enter by passkey',
  passkeyDeclined: 'The key was not given. Try again, or take the password.',
  code: 'Code',
  codeHint: 'The six figures of your application, or a recovery code.',
  reset: 'A new password',
  resetText: 'The link serves once. Your sessions end; your second factor is still asked.',
  resetYes: 'Choose this password',
  resetOffer: 'Password',
  resetTitle: (name: string) => `Offer ${name} a new password?`,
  resetForgotten: 'Password forgotten',
  resetLost: 'Telephone lost as well',
  resetLostDetail: 'their keys and codes are forgotten',
  resetLink: (name: string) => `For ${name}, once, for a day`,
  unproved: 'Before you speak for the brand, prove that it is you:',
  prove: 'add a second factor',
}
