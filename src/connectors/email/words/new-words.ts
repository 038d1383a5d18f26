/** What mail programs write above the mail they quote, in the languages of our neighbours. */
const ATTRIBUTION = /(?:a écrit|wrote|schrieb|escribió|ha scritto|schreef|escreveu)\s*:$/i
const DIVIDER =
  /^-{2,}\s*(?:original message|message d.origine|message transmis|message original|ursprüngliche nachricht|mensaje original|messaggio originale)\s*-{2,}$/i
const FIRST_FIELD = /^\*?(?:de|from|von|da)\s?:\*?\s/i
const OTHER_FIELD =
  /^\*?(?:envoyé|envoyé le|sent|date|à|to|pour|objet|subject|cc|gesendet|an|betreff|enviado|para|asunto)\s?:\*?(?:\s|$)/i
const MOBILE =
  /^(?:envoyé (?:de|depuis|à partir de|avec) .{1,60}|sent from .{1,60}|get outlook for .{1,40}|télécharger outlook pour .{1,40}|obtenir outlook pour .{1,40})$/i
const MOST_SIGNATURE_LINES = 20

const isQuoted = (line: string): boolean => line.startsWith('>')
const isBlank = (line: string): boolean => line.trim() === ''

/** Whether the sentence that ends on this line says who wrote what follows; such sentences break over two or three lines. */
const isAttribution = (lines: readonly string[], at: number): boolean =>
  (lines[at] ?? '').trimEnd().endsWith(':') && ATTRIBUTION.test((lines[at] ?? '').trim().slice(-200))

const startOfAttribution = (lines: readonly string[], at: number): number => {
  for (let from = at; from > at - 3 && from >= 0; from--) {
    const line = (lines[from] ?? '').trim()
    if (/^(?:le|on|am|el|il|op|em)\s.{0,300}\d/i.test(line)) return from
    if (line === '') return from + 1
  }
  return at
}

const isHeaderBlock = (lines: readonly string[], at: number): boolean =>
  FIRST_FIELD.test(lines[at] ?? '') &&
  lines.slice(at + 1, at + 7).filter((line) => OTHER_FIELD.test(line.trim())).length >= 2

const startOfHistory = (lines: readonly string[]): number => {
  const lastQuoted = lines.findLastIndex(isQuoted)
  const lastPlain = lines.findLastIndex((line) => !isQuoted(line) && !isBlank(line))
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim()
    if (DIVIDER.test(line.slice(0, 80))) return at
    if (isHeaderBlock(lines, at)) return at > 0 && /^_{5,}$/.test((lines[at - 1] ?? '').trim()) ? at - 1 : at
    // Answers written between the lines of the other are new words: then nothing is cut.
    const isLast = lastQuoted <= at || lastPlain <= at
    if (isLast && isAttribution(lines, at)) return startOfAttribution(lines, at)
    if (isQuoted(line) && lastPlain < at) return at
  }
  return lines.length
}

const withoutSignature = (lines: readonly string[]): readonly string[] => {
  const mark = lines.findLastIndex((line) => /^-- ?$/.test(line))
  const kept = mark >= 0 && lines.length - mark <= MOST_SIGNATURE_LINES ? lines.slice(0, mark) : lines
  const last = kept.findLastIndex((line) => !isBlank(line))
  return last >= 0 && MOBILE.test((kept[last] ?? '').trim().slice(0, 100)) ? kept.slice(0, last) : kept
}

/** What this person has just written, without the history below it nor the signature. All of it when nothing else is left. */
export const findNewWords = (text: string, isReply: boolean): string => {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n')
  const fresh = isReply ? lines.slice(0, startOfHistory(lines)) : lines
  const words = withoutSignature(fresh).join('\n').trim()
  return words === '' ? text.trim() : words
}
