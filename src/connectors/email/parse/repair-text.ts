/** Letters of UTF-8 that were read as Latin: é becomes Ã©. */
const TWICE = /[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/

const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const asBytes = (text: string): Uint8Array | null => {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const special = unit > 255 ? CP1252.indexOf(text.charAt(at)) : -1
    if (unit > 255 && special < 0) return null
    bytes[at] = special < 0 ? unit : 128 + special
  }
  return bytes
}

/** Text that was UTF-8 and labelled as Latin, read again as what it is; null when it is something else. */
export const readAgainAsUtf8 = (text: string): string | null => {
  if (!TWICE.test(text)) return null
  const bytes = asBytes(text)
  if (bytes === null) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Whether a text was cut to pieces by a wrong label: the marks that stand for lost letters. */
export const isBroken = (text: string): boolean => text.includes('\ufffd')

/** Whether a second reading is better than the first one, which had lost letters. */
export const isBetter = (text: string): boolean => !isBroken(text) && !TWICE.test(text)

const LABEL = /charset\s*=\s*"?(?:utf-?8|us-ascii)"?/gi

/** The mail as a mail program would try it next: its labels taken for Latin letters; then its bare bytes taken for them. */
export const otherReadings = (source: Uint8Array): Uint8Array[] => {
  const text = Buffer.from(source).toString('latin1')
  return [
    Buffer.from(text.replaceAll(LABEL, 'charset="windows-1252"'), 'latin1'),
    Buffer.from(new TextDecoder('windows-1252').decode(source)),
  ]
}
