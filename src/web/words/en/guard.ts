import type { ClaimKind, DatumKind, Explanations, Tone } from '#core/guard/finding.ts'
import { enPlural } from '../plural.ts'

const data: { readonly [K in DatumKind]: string } = {
  order: 'an order number',
  account: 'an account or contract number',
  name: 'a name',
  email: 'an e-mail address',
  phone: 'a phone number',
  address: 'an address',
  birth: 'a date of birth',
  card: 'a card number',
  bank: 'bank details',
  paper: 'an identity paper',
  login: 'a log-in or password',
  contact: 'contact details',
  stay: 'a room or the dates of a stay',
  money: 'money or an account',
  health: 'their health',
  aid: 'a welfare benefit',
  'private-words': 'what was said in private',
}
const claims: { readonly [K in ClaimKind]: { readonly title: string; readonly instead: string } } = {
  refund: { title: 'no refund on file', instead: 'the request is with customer care' },
  delivery: { title: 'no delivery on file', instead: 'we are looking for the parcel' },
  replacement: { title: 'no replacement on file', instead: 'the replacement has been asked for' },
  resolution: { title: 'nothing on file says that it is settled', instead: 'we are on it' },
  owner: { title: 'nobody is named on file', instead: 'we will see who can help' },
  request: { title: 'no request on file', instead: 'we are going to ask' },
  done: { title: 'nothing on file proves it', instead: 'what is done, and what remains to do' },
}
const tones: { readonly [K in Tone]: string } = {
  insult: 'A word hurts',
  threat: 'A sentence threatens',
  sarcasm: 'A sentence mocks',
  condescension: 'A sentence talks down',
  dismissal: 'A sentence brushes the person off',
}

export const guard = {
  title: 'Before you send',
  waiting: 'Every word is read while you write.',
  internal: 'A note stays among you: nothing to check.',
  clear: 'Nothing to report',
  clearText: 'Tone, personal data, promises and length: checked.',
  severity: { block: 'Blocked.', approve: 'Needs approval.', warn: 'Read again.' },
  cite: (words: string) => `“${words}”`,
  announce: (blocking: number, warning: number) =>
    blocking > 0
      ? `${blocking} ${enPlural(blocking, 'point keeps', 'points keep')} the reply in.`
      : warning > 0
        ? `${warning} ${enPlural(warning, 'point', 'points')} to read again.`
        : 'Nothing to report.',
  asksPersonalData: ({ what, asIfPrivate }: Explanations['asks-personal-data']) => ({
    title: 'Personal data asked for in public',
    text: asIfPrivate
      ? `You ask for ${data[what]} as if this were private: everyone will read it.`
      : `You ask for ${data[what]} in front of everyone. Move to a private message, or drop the request.`,
  }),
  showsPersonalData: ({ what, customerWroteIt }: Explanations['shows-personal-data']) => ({
    title: 'Personal data shown in public',
    text: customerWroteIt
      ? `The customer wrote ${data[what]} themselves: don’t repeat it in front of everyone.`
      : `This shows ${data[what]}. Mask it, or move to private.`,
  }),
  unkindWords: ({ tone }: Explanations['unkind-words']) => ({
    title: tones[tone],
    text: 'Stay courteous: breathe, then say it plainly.',
  }),
  claimWithoutFact: ({ claim, known }: Explanations['claim-without-fact']) => ({
    title: `Claimed: ${known === 'requested' ? 'requested, not done yet' : claims[claim].title}`,
    text:
      known === 'requested'
        ? 'The file says that it was requested, not that it is done. Say so, or add the proof.'
        : `Say what is true: ${claims[claim].instead}. Or add the fact and its proof to the file.`,
  }),
  noPrivateWay: ({ surely }: Explanations['no-private-way']) => ({
    title: 'No way to go on in private',
    text: surely
      ? 'It is their own dispute, and your first answer: invite them to go on away from everyone.'
      : 'If it is their own dispute, invite them to go on away from everyone.',
  }),
  privateWayClosed: {
    title: 'This private message would not arrive',
    text: 'You offer a private message that the network will not carry. Offer a way that works.',
  },
  tooLong: ({ used, max }: Explanations['too-long']) => ({
    title: 'Too long for this network',
    text: `${used} where ${max} are allowed: the network would refuse the reply.`,
  }),
  emptyDraft: { title: 'Nothing written', text: 'Write the reply.' },
  guardFailed: {
    title: 'The check failed',
    text: 'A rule could not read this text, and it does not leave until it has. Simplify it, or tell your manager.',
  },
  fix: {
    'invite-to-private': 'Invite to write in private',
    remove: 'Remove these words',
    mask: 'Mask',
    'say-what-is-true': 'Say what is true',
    'say-it-courteously': 'Say it another way',
    'add-private-way': 'Add the invitation',
    'offer-open-way': 'Offer a way that works',
    cut: 'Cut here',
    'switch-to-private': 'Move to a private message',
  },
}
