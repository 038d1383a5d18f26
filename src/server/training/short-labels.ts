import type { TriageLine } from './triage-line.ts'

/** Labels of messages that are not ours to copy: the number of a row (and of a turn) and letters, see docs/triage.md. */
const INTENTS: Readonly<Record<string, string>> = {
  c: 'complaint',
  q: 'question',
  p: 'praise',
  t: 'thanks',
  g: 'suggestion',
  s: 'spam',
  o: 'other',
}
const TOPICS: Readonly<Record<string, string>> = {
  del: 'delivery',
  ref: 'refund',
  bil: 'billing',
  out: 'outage',
  qua: 'quality',
  sta: 'staff',
  acc: 'account',
  ava: 'availability',
  pri: 'price',
  ret: 'returns',
  inf: 'information',
  oth: 'other',
}
const FLAGS: Readonly<Record<string, string>> = {
  ch: 'churn',
  le: 'legal',
  sf: 'safety',
  ab: 'abuse',
  sc: 'sarcasm',
  pd: 'personal_data_in_text',
  fu: 'follow_up',
  it: 'influencer_threat',
}
const SENTIMENTS: Readonly<Record<string, string>> = { '-': 'negative', '0': 'neutral', '+': 'positive' }
const FEELING: Readonly<Record<string, string>> = { c: 'negative', p: 'positive', t: 'positive' }
const ANSWERED = ['complaint', 'question', 'suggestion']

export type ShortLabel = {
  readonly row: string
  readonly label: Omit<TriageLine, 'id' | 'text' | 'lang' | 'trade' | 'source'>
}

/** « 582 c out u P fu sc »: row 582 is a complaint about an outage, urgent, personal, a follow-up with sarcasm. */
export const readShortLabel = (line: string): ShortLabel => {
  const [row = '', letter = '', ...marks] = line.trim().split(/\s+/)
  const intent = INTENTS[letter]
  const strange = marks.find(
    (m) =>
      !['u', 'P', 'n', 'a'].includes(m) &&
      TOPICS[m] === undefined &&
      FLAGS[m] === undefined &&
      SENTIMENTS[m] === undefined,
  )
  if (!/^\d+(?:\.\d+)?$/.test(row) || intent === undefined || strange !== undefined)
    throw new Error(`not a label: ${line}`)
  const first = (names: Readonly<Record<string, string>>) =>
    marks.map((m) => names[m]).find((name) => name !== undefined)
  return {
    row,
    label: {
      intent,
      sentiment: first(SENTIMENTS) ?? FEELING[letter] ?? 'neutral',
      topic: first(TOPICS) ?? 'other',
      urgent: marks.includes('u'),
      needs_answer: !marks.includes('n') && (ANSWERED.includes(intent) || marks.includes('a')),
      personal_dispute: marks.includes('P'),
      flags: new Set(marks.flatMap((m) => (FLAGS[m] === undefined ? [] : [FLAGS[m]]))),
    },
  }
}
