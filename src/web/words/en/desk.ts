import { enPlural } from '../plural.ts'

export const app = {
  places: 'Screens',
  placesShort: 'Main screens',
  allPlaces: 'All screens',
  skip: 'Skip to content',
  undo: 'Undo',
  close: 'Close',
  cancel: 'Back',
  tryAgain: 'Try again',
  backHome: 'Back to the inbox',
  troubleTitle: 'This screen could not open',
  chosen: 'chosen',
  typeToFind: 'Type to find',
  nothingFound: 'Nothing by that name.',
  dayAndHour: 'Day and time',
  changeBrand: 'Switch brand',
  onTheDesk: 'On the desk now',
  andOthers: (n: number) => `and ${n} ${enPlural(n, 'other', 'others')}`,
  lineLost: (since: string) => `Connection lost at ${since}: trying again, your drafts are kept here.`,
  youAre: {
    admin: 'You administer',
    manager: 'You manage',
    validator: 'You approve',
    agent: 'You answer',
    trainee: 'You are learning',
  },
  theyAre: {
    admin: (name: string) => `${name} administers`,
    manager: (name: string) => `${name} manages`,
    validator: (name: string) => `${name} approves`,
    agent: (name: string) => `${name} answers`,
    trainee: (name: string) => `${name} is learning`,
  },
  countOf: {
    inbox: 'to handle',
    deliveries: 'to settle',
    notifications: 'unread',
    channels: 'need someone',
    quarantine: 'not understood',
    members: '',
    charter: '',
    settings: '',
  },
}

export const places = {
  inbox: 'Inbox',
  deliveries: 'Replies to settle',
  notifications: 'For me',
  channels: 'Channel health',
  quarantine: 'Quarantine',
  members: 'Team',
  charter: 'Charter',
  settings: 'Settings',
}
export const placesShort = {
  inbox: 'Inbox',
  deliveries: 'Replies',
  notifications: 'For me',
  channels: 'Channels',
  quarantine: 'Quarantine',
  members: 'Team',
  charter: 'Charter',
  settings: 'Settings',
}

export const roles = {
  admin: 'Administrator',
  manager: 'Manager',
  validator: 'Approver',
  agent: 'Agent',
  trainee: 'Trainee',
}
export const states = { open: 'open', waiting: 'waiting for the customer', resolved: 'closed', reopened: 'reopened' }

export const reasons = {
  answered: 'Answered',
  'no-answer-needed': 'No answer expected',
  'thanks-sufficient': 'A thank-you is enough',
  'answered-elsewhere': 'Answered elsewhere',
  duplicate: 'Duplicate',
  spam: 'Spam',
  'author-deleted': 'Deleted by its author',
}
export const reasonHints = {
  'no-answer-needed': 'no question, no complaint',
  'thanks-sufficient': 'already thanked',
  'answered-elsewhere': 'you will say where',
  duplicate: 'the same message, elsewhere in the inbox',
  spam: 'advertising, a bot',
  'author-deleted': 'nothing left to answer',
}
export const reasonOf = (code: string | null): string =>
  Object.entries(reasons).find(([known]) => known === code)?.[1] ?? 'no reason given'

export const commands = {
  title: 'What would you like to do?',
  placeholder: 'A command, a customer, a case number',
  keymap: 'Keyboard',
  keymapAnswer: (on: boolean) =>
    on ? 'Every key of the screen you are on.' : 'Single-letter keys are off: only those with Ctrl or ⌘ remain.',
  changeKeys: 'Change the keys',
  none: 'No command or case by that name.',
  caseFound: (number: number, where: string) => `case ${number}, ${where}`,
  seeAll: (typed: string) => `Search every message for “${typed}”`,
  groups: { go: 'Go to', move: 'Move', answer: 'Answer', work: 'Handle', desk: 'Desk' },
  names: {
    palette: 'Open the palette',
    keymap: 'Show the keyboard',
    back: 'Go back',
    undo: 'Undo the last action',
    stopSpeech: 'Stop every outgoing word',
    search: 'Search messages',
    next: 'Next case',
    previous: 'Previous case',
    check: 'Tick the case',
    showNew: 'Show the new ones',
    reply: 'Reply',
    private: 'Reply in private',
    note: 'Write an internal note',
    send: 'Send',
    sendAndNext: 'Send and go to the next',
    resolve: 'Close or reopen the case',
    assign: 'Assign the case',
    take: 'Take the case',
    snooze: 'Snooze',
    label: 'Label',
    fact: 'Add a fact to the case file',
    details: 'Show the customer and the case file',
    tryPhrase: 'Try a sentence on the charter',
    goInbox: 'Go to the inbox',
    goDeliveries: 'Go to replies to settle',
    goNotifications: 'Go to what concerns me',
    goChannels: 'Go to channel health',
    goQuarantine: 'Go to quarantine',
    goMembers: 'Go to the team',
    goCharter: 'Go to the charter',
    goSettings: 'Go to settings',
  },
}
