import { enPlural } from '../words/plural.ts'
import type { JournalWords } from './words.ts'

export const en: JournalWords = {
  answer: (sealed, anchoredOn) =>
    `${sealed} deeds sealed to one another; ${anchoredOn === null ? 'no seal has been carried outside the desk yet' : `the last seal was carried outside the desk on ${anchoredOn}`}.`,
  filters: 'Search the journal',
  who: 'Who',
  anyone: 'Everyone',
  what: 'What',
  whatHint: 'For example: speak, role, connected',
  caseNumber: 'Case',
  from: 'From',
  to: 'To',
  clear: 'Show everything',
  none: 'Nothing like it in the journal.',
  caseLink: (number) => `case ${number}`,
  sealed: (position) => `seal ${position}`,
  unsealed: 'not sealed yet',
  more: 'Older',
  exports: 'Take a copy',
  exportsNote:
    'What is shown, in full. The JSON lines carry all that a seal is made of: anybody can compute it again. The copy is itself noted in the journal.',
  csv: 'Spreadsheet (CSV)',
  jsonl: 'JSON lines',
  exporting: (lines) => `${lines} ${enPlural(lines, 'line', 'lines')}…`,
  exported: 'The copy is in your downloads',
}
