import { enPlural } from '../../words/plural.ts'
import type { fr } from './fr.ts'

type Widen<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Widen<Said>
    : { readonly [K in keyof T]: Widen<T[K]> }
export type ApprovalWords = Widen<typeof fr>

/** Kept beside the desk's own words: the same rule, that what is missing does not compile. */
export const en: ApprovalWords = {
  title: 'To approve',
  list: 'Replies that wait for your approval',
  nothing: 'Nothing waits for your approval.',
  answer: (n: number, first: string) =>
    `${n} ${enPlural(n, 'reply waits', 'replies wait')} for your approval; the first must leave ${first}.`,
  inTime: (spell: string) => `in ${spell}`,
  atOnce: 'at once',
  choose: 'Choose a reply to read.',
  gone: 'This request is no longer there.',
  back: 'Back to the list',
  forCase: (number: number) => `Case ${number}`,
  openCase: 'Open the case',
  says: (name: string) => `${name}:`,
  writtenBy: (name: string) => `written by ${name}`,
  due: (spell: string) => `To be approved in ${spell}.`,
  late: (spell: string) => `The customer has waited ${spell} too long.`,
  nobodyWaits: 'No customer waits; a colleague does.',
  askedOf: (names: string) => `Asked of ${names}.`,
  askedOfNobody: 'Nobody in the team can approve: name a validator.',
  firstGiven: (names: string) => `${names} gave a first approval; a second one is needed.`,
  needsTwo: 'Two people must read these words.',
  why: 'Why it waits',
  thread: 'The conversation',
  before: (n: number) => `See ${enPlural(n, 'the message before', `the ${n} messages before`)}`,
  request: 'Request for approval',
  words: 'The reply',
  yourWords: 'The reply, as it will leave',
  asWritten: 'Back to the words as written',
  changedBy: 'What the correction changes',
  removed: 'removed',
  added: 'added',
  guardClear: 'The guard has nothing against it.',
  guardBlocks: 'To be mended before approving',
  movedOn: 'The conversation has changed since these words were written. Read it again before you approve.',
  othersAnswer: 'A colleague is already answering in this thread.',
  confirmTitle: 'Approve all the same?',
  confirmText: 'These words were written before the latest messages. They will leave as you see them.',
  approve: 'Approve',
  approveEdited: 'Approve with my correction',
  edit: 'Correct',
  giveBack: 'Send back',
  returnTitle: (name: string) => `Send the reply back to ${name}`,
  returnLabel: 'What must change',
  returnHint: 'The words return to their composer, with your reason.',
  returned: (name: string) => `Reply sent back to ${name}`,
  approved: 'Reply approved: it leaves.',
  half: 'First approval given; a colleague must read it too.',
  undone: 'Sending undone; the words are back with their writer.',
  decided: {
    approved: (name: string) => `${name} has already approved it.`,
    returned: (name: string) => `${name} has already sent it back.`,
    withdrawn: (name: string) => `${name} withdrew the request.`,
    voided: (_name: string) => 'It was taken back before it left.',
  },
  holdingTitle: 'No time to settle it?',
  holdingText: 'Tell the customer that they were read; this sentence claims nothing. The reply still waits for you.',
  holdingSend: 'Send the holding answer',
  holdingSent: 'Holding answer sent; the request has a new deadline.',
  inThread: {
    label: 'Reply waiting for approval',
    waits: (spell: string) => `Waits for an approval, within ${spell}.`,
    late: (spell: string) => `Waits for an approval; the deadline passed ${spell} ago.`,
    withdraw: 'Take the words back',
    withdrawn: 'Request withdrawn; the words are back in your composer.',
    read: 'Read and approve',
  },
  returnedBy: (name: string) => `${name} sends this reply back to you:`,
  reason: {
    trainee: (name: string) => `${name} is learning: each reply is read first.`,
    subject: (name: string) => `A sensitive subject of the charter: ${name}.`,
    finding: (rule: string) => `The guard asks for a second reader (${rule}).`,
    contested: (rule: string, words: string, reason: string) =>
      `The guard’s finding on “${words}” (${rule}) is contested: ${reason}`,
    amount: (named: string, above: string) => `Names ${named}; above ${above}, somebody reads it first.`,
    share: (percent: string) => `a share of ${percent}%`,
    reach: (followers: string) => `Answers somebody whom ${followers} people follow.`,
    account: 'Every reply of this account is read first.',
    'no-autonomy': 'The charter does not let this role speak alone here.',
    wished: (name: string) => `${name} would like a second reader.`,
  },
  money: (amount: string) => `€${amount}`,
}
