import type { AutonomyWords } from './autonomy-words-fr.ts'

const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many)

export const en: AutonomyWords = {
  title: 'Autonomy',
  note: 'It is earned by facts: replies approved as they were, one after the other, none given back. The desk proposes, a manager decides, and the count begins anew.',
  nobody: 'Nobody has autonomy to earn for now.',
  levels: {
    'all-read': 'every reply is read first',
    'sensitive-read': 'only sensitive subjects are read first',
    'alone-on': 'answers without a second reader',
  },
  alone: (parts) => `answers without a second reader ${parts}`,
  onSubjects: (subjects) => `on ${subjects}`,
  upTo: (sum) => `up to ${sum}`,
  and: (a, b) => `${a} and ${b}`,
  quoted: (subject) => `“${subject}”`,
  standing: (name, level) => `${name}: ${level}.`,
  sinceDay: (day) => `Since ${day}: `,
  record: (replies, days, read, returned) =>
    read === 0
      ? 'no reply read yet.'
      : `${read} ${plural(read, 'reply', 'replies')} read, ${returned === 0 ? 'none given back' : `${returned} given back`}; ${replies} in a row approved as written${days > 0 ? `, over ${days} ${plural(days, 'day', 'days')}` : ''}.`,
  next: (replies, days) =>
    `At ${replies} in a row, over ${days} days at least, the desk will propose to read only sensitive subjects.`,
  proposed: (level) => `Proposed: ${level}.`,
  because: {
    streak: (replies, days, on) =>
      `${replies} replies in a row${on} approved as written over ${days} days, none given back.`,
    onSubject: (subject) => ` on “${subject}”`,
    onAmounts: ' that named an amount',
    returned: (returned, of) => `${returned} replies given back of the last ${of} read.`,
  },
  endsTraining: (role) => `The training is then over: the role becomes “${role}”.`,
  grant: { up: 'Grant', down: 'Have them read' },
  decline: { up: 'Not yet', down: 'Leave it' },
  granted: (name) => `Autonomy decided for ${name}`,
  declined: (name) => `Nothing changes for ${name}; the count begins anew`,
  money: (sum) => `€${sum}`,
}
