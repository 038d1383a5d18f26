/** What an enhanced status means for the person who wants to be understood; class apart (RFC 3463). */
const BY_STATUS: [RegExp, string][] = [
  [/^1\.(1|2|3|6|10)$/, 'no-such-address'],
  [/^1\.[78]$/, 'may-not-send-as'],
  [/^2\.1$/, 'mailbox-disabled'],
  [/^2\.2$/, 'mailbox-full'],
  [/^(2\.3|3\.4)$/, 'too-large'],
  [/^4\.4$/, 'no-such-address'],
  [/^4\.7$/, 'took-too-long'],
  [/^4\./, 'unreachable'],
  [/^7\.(8|9|11|57|60|62)$/, 'may-not-send-as'],
  [/^7\./, 'refused-by-policy'],
]

/** Servers without an enhanced status say it in words, most of them in English. */
const BY_WORDS: [RegExp, string][] = [
  [/gr[ea]y-?list/i, 'greylisted'],
  [/quota|mailbox (is )?full|over ?quota|insufficient (system )?storage/i, 'mailbox-full'],
  [/too (large|big)|size limit|exceeds.{0,40}size/i, 'too-large'],
  [
    /(user|recipient|mailbox|address|account).{0,40}(unknown|not found|does ?n.?t exist|no such|rejected|invalid|unavailable)/i,
    'no-such-address',
  ],
  [/(unknown|no such|invalid|inactive).{0,20}(user|recipient|mailbox|address|account)/i, 'no-such-address'],
  [/spam|blocked|blacklist|denylist|reputation|policy|dmarc|spf|content rejected/i, 'refused-by-policy'],
]

const BY_CODE: Record<number, string> = {
  421: 'busy',
  450: 'busy',
  451: 'busy',
  452: 'mailbox-full',
  550: 'no-such-address',
  551: 'no-such-address',
  552: 'too-large',
  553: 'no-such-address',
}

/** Why a server said no, as one of our codes, from what it gave: status, words, code. */
export const reasonOf = ({ status, text, code }: { status: string; text: string; code?: number }): string => {
  const detail = status.replace(/^[245]\./, '')
  const words = BY_WORDS.find(([pattern]) => pattern.test(text.slice(0, 1000)))?.[1]
  if (words === 'greylisted') return words
  return BY_STATUS.find(([pattern]) => pattern.test(detail))?.[1] ?? words ?? BY_CODE[code ?? 0] ?? 'refused-by-server'
}
