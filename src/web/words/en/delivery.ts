import { enPlural } from '../plural.ts'

export const delivery = {
  label: 'Reply on its way',
  title: 'Replies to settle',
  answer: (n: number) =>
    n === 0
      ? 'No reply is waiting for a decision.'
      : `${n} ${enPlural(n, 'reply needs', 'replies need')} someone to look.`,
  empty:
    'A reply that was refused, is in doubt or has waited too long shows here; nothing leaves, or leaves again, without you.',
  forCase: (number: number, author: string) => `Case ${number}, to ${author}`,
  openCase: 'Open the conversation',
  leavesIn: (seconds: number) => `Leaves in ${seconds} s`,
  queued: 'Queued: it leaves as soon as the network is free.',
  sending: 'Leaving now.',
  retryAt: (at: string, why: string) => `${why} Trying again at ${at}, nothing is lost.`,
  unknown: 'The network did not answer clearly: we are checking before anything is sent again.',
  toCheck: 'It may be published, and the network cannot tell us. Look at your account, then say:',
  stale: (ago: string) => `Written ${ago}, it could not leave in time. Should it still be sent?`,
  heldBack: 'It is held back: what let it leave has changed since it was written. Read it again.',
  isPublished: 'It is published',
  notThere: 'It is not there, send again',
  sendNow: 'Send',
  takeBack: 'Take the text back',
  giveUp: 'Give up',
  undone: 'The text is back in the reply box.',
  settled: 'Noted: the reply is published.',
  leavesAgain: 'The reply is leaving again.',
  givenUp: 'Reply given up.',
  publishedTitle: 'The reply is published',
  publishedLink: 'Link to the reply (optional)',
  publishedHint: 'It will serve as proof in the case file.',
  againTitle: 'Send this reply?',
  againText: 'If it was already published, it would be there twice. Look at your account first.',
  reason: (code: string): string => {
    switch (code) {
      case 'duplicate':
        return 'The network says that this text is already published. Change it a little.'
      case 'too-long':
        return 'The network finds the text too long. Shorten it.'
      case 'blocked':
        return 'This person blocks your account. Offer another way to reach you.'
      case 'parent-gone':
      case 'parent-not-shown':
        return 'The message you answer is no longer visible on the network.'
      case 'thread-gated':
        return 'The author does not accept replies in this thread.'
      case 'not-mutual':
      case 'recipient-closed':
        return 'The network takes no private message to this person. Answer in public and offer another way.'
      case 'mailbox-full':
        return 'The recipient’s mailbox is full.'
      case 'no-such-user':
        return 'This address does not exist.'
      case 'account-deactivated':
        return 'This account was deactivated on the network.'
      case 'rate-limited':
      case 'too-many-requests':
        return 'The network did not accept the reply (limit reached).'
      case 'service-unavailable':
      case 'unreachable':
        return 'The network does not answer.'
      case 'gave-up':
        return 'The network did not accept the reply after several tries. Take the text back and send it again.'
      case 'attention-needed':
      case 'unauthorized':
        return 'The network no longer accepts this account’s credentials. Reconnect it in Channel health.'
      default:
        return `The network did not accept the reply (${code}). Take the text back, mend it and send it again.`
    }
  },
}
