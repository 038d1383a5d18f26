import { en as notices } from '#core/notification/words/en.ts'
import { enPlural } from '../plural.ts'

export const thread = {
  label: 'Conversation',
  back: 'Back to the list',
  details: 'Customer and case file',
  notFound: 'This case does not exist, or is not yours to see.',
  unreadable: 'The conversation could not be read. Try again: nothing is lost.',
  ours: 'Message from the brand',
  theirs: 'Message received',
  brandBy: (brand: string, name: string) => `${brand} (${name})`,
  above: 'In reply to',
  quoted: 'Quoted message',
  audience: { public: 'public', private: 'private' },
  outside: 'Published outside the desk',
  deleted: 'Deleted by its author.',
  edited: (n: number) => `Edited: see ${enPlural(n, 'the earlier version', `the ${n} earlier versions`)}`,
  whatItSaid: 'See what it said',
  seeThere: 'See on the network',
  asMail: 'Show the formatting',
  asText: 'Show the text only',
  mailFrame: 'Formatting of the e-mail',
  imagesLeftOut: (n: number) =>
    `${n} remote ${enPlural(n, 'image is not loaded: it would tell', 'images are not loaded: they would tell')} the sender that you are reading.`,
  attachment: { image: 'image', video: 'video', audio: 'sound', file: 'file', link: 'link' },
  noAlt: 'Image without a description',
  onlyThere: (name: string) => `${name} (see on the network)`,
  hidden: (code: string) => `Invisible character U+${code}, shown here`,
  note: 'Internal note',
  noteBy: (name: string, ago: string) => `Note by ${name}, ${ago}`,
  noOwner: 'Nobody has it.',
  ownedBy: (name: string) => `Assigned to ${name.replace(/\.$/, '')}.`,
  ownedByYou: 'Assigned to you.',
  reads: (name: string) => `${name} is reading too.`,
  writes: (name: string) => `${name} is writing.`,
  resolved: (reason: string) => `Closed: ${reason.toLowerCase()}.`,
  snoozed: (until: string) => `Snoozed until ${until}.`,
  waiting: 'Answered, waiting for the customer.',
  lateBy: (spell: string) => `Late by ${spell}.`,
  dueIn: (spell: string) => `Answer within ${spell}.`,
}

export const notifications = {
  title: 'For me',
  answer: (n: number) =>
    n === 0 ? 'Nothing new for you.' : `${n} ${enPlural(n, 'thing concerns', 'things concern')} you.`,
  readAll: 'Mark all as read',
  empty: 'Notes that name you, cases given to you and replies that could not leave will show here.',
  unread: 'unread',
  open: 'Open the case',
  sentence: (kind: string): string => notices.sentence(kind),
}
