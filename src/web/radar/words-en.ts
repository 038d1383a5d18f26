import type { RadarWords } from './words.ts'

export const en: RadarWords = {
  title: 'Radar',
  answer: (n, first, how) =>
    n === 0
      ? 'Nothing rises: the brand is talked about as usual.'
      : n === 1
        ? `One subject rises: ${first}, ${how}.`
        : `${n} subjects rise; the first: ${first}, ${how}.`,
  calmSoFar: 'Nothing rises, as far as the radar knows the brand yet.',
  deaf: 'The radar has heard nothing yet.',
  learning: (when) =>
    `The radar learns the brand’s habit until ${when}: before that, whatever is repeated looks new to it.`,
  words: (words) => `“${words}”`,
  heard: (when) => `heard ${when}`,
  isNew: 'new',
  times: (figure) => `${figure} times the usual`,
  lines: 'What rises',
  linesNote: 'One line an event, however many copies of a message there are. Open it to read what people say.',
  said: (n, messages, people) =>
    `${messages} ${n > 1 ? 'messages' : 'message'}, ${people} ${people === '1' ? 'person' : 'people'}`,
  share: (percent) => `${percent}% of what is said now`,
  negative: (percent) => `${percent}% negative`,
  reach: (figure) => `audience of those who speak of it: ${figure}`,
  since: (when) => `since ${when}`,
  verbatims: 'What people say',
  noVerbatims: 'Their authors took these messages back.',
  openCase: 'Open the case',
  notUs: 'Not us',
  notUsOf: (words) => `Not us: ${words}`,
  notUsTitle: (words) => `${words}: not us?`,
  notUsLabel: 'Why (optional)',
  notUsHint: 'Messages that say two of these words leave the radar; they stay in the inbox, and somebody answers them.',
  notUsYes: 'Not us',
  muted: 'Subject taken off the radar',
  phrases: 'Words that rise',
  noPhrases: 'No word rises besides these subjects.',
  search: (phrase) => `Look for “${phrase}” in the inbox`,
  topics: 'By topic',
  networks: 'By network',
  habitNote: 'The last half-hour at most, beside what is usual at this hour of this weekday.',
  counted: (figure) => `${figure} now`,
  usual: (figure) => `usually ${figure}`,
  stillLearning: 'habit not known yet',
  mutes: 'Taken off: not us',
  noMutes: 'No subject was taken off.',
  mutedBy: (name, when) => `taken off by ${name}, ${when}`,
  keptOut: (n, figure) => `${figure} ${n > 1 ? 'messages' : 'message'} kept off the radar`,
  endedBy: (name, when) => `heard again by ${name}, ${when}`,
  hearAgain: 'Hear again',
  hearAgainOf: (words) => `Hear again: ${words}`,
  heardAgain: 'The radar hears it again',
}
