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
  sentence: (kind: string): string => {
    switch (kind) {
      case 'named-in-note':
        return 'A note names you.'
      case 'absence.recorded':
        return 'You stand in for somebody: the days are in Team.'
      case 'case.breached':
        return 'A deadline has passed: a customer is still waiting.'
      case 'rota.hole':
        return 'Soon, open hours that nobody takes: see Team.'
      case 'case-given':
        return 'A case was given to you.'
      case 'delivery.refused':
        return 'The network refused your reply.'
      case 'delivery.to-check':
        return 'Your reply may have left: please check.'
      case 'delivery.stale':
        return 'Your reply waited too long: should it still be sent?'
      case 'approval.asked':
      case 'approval.given':
        return 'A reply waits for your approval.'
      case 'approval.escalated':
      case 'approval.passed-on':
        return 'A reply still waits: your approval is asked for.'
      case 'approval.holding-offered':
        return 'A reply is about to miss its deadline: approve it, or send the holding answer.'
      case 'approval.late':
        return 'The deadline has passed without an approval.'
      case 'approval.approved':
        return 'Your reply is approved: it leaves.'
      case 'approval.returned':
        return 'Your reply comes back to you, with a reason.'
      case 'approval.voided':
        return 'Your approved reply was taken back before it left.'
      case 'approval.held-off':
        return 'A holding answer has gone out; your reply still waits for an approval.'
      case 'commitment.near':
        return 'A promise to a customer soon falls due.'
      case 'commitment.passed':
        return 'The date promised to a customer has passed.'
      case 'commitment.kept':
      case 'commitment.broken':
        return 'A promise that you made to a customer was closed.'
      case 'question.asked':
        return 'A colleague asks you about a case.'
      case 'question.near':
        return 'An answer about a case is soon due.'
      case 'question.escalated':
        return 'A department has not answered in time: the question is back with you.'
      case 'question.answered':
        return 'A department has answered.'
      case 'removal.asked':
        return 'A lawful removal waits for a second person.'
      case 'removal.confirmed':
      case 'removal.refused':
      case 'removal.hidden':
      case 'removal.not-hidden':
        return 'The removal that you asked for was decided.'
      case 'channel.needs-attention':
        return 'An account needs to be reconnected.'
      default:
        return 'A case has changed.'
    }
  },
}
