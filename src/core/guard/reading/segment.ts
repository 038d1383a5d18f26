/** A stretch of the folded text. */
export type Stretch = { readonly start: number; readonly end: number }
export type Clause = Stretch & {
  /** The clause closes a sentence that ends with a question mark, or opens like a question. */
  readonly question: boolean
  /** Its sentence, by index. */
  readonly sentence: number
}
export type Sentence = Stretch & {
  readonly question: boolean
  readonly clauses: readonly Clause[]
}

/** Words whose point does not end a sentence. */
const ABBREVIATED = new Set(
  'm mm mme mlle mr mrs ms dr st ste me n no num nr tel ref av bd bld blvd rd art cf ex env min max etc vs p pp apt appt approx dept'.split(
    ' ',
  ),
)
const CLAUSE_BREAK =
  /[,:()"]|\s-+\s|\s(?=(?:mais|but|et|and|donc|so|car|because|puis|then|or|though|although|however|sinon|otherwise|tandis|pendant que|alors que|parce que|puisque|afin|en attendant)\b)/g
const OPENS_QUESTION =
  /^[\s"'-]*(?:est-ce|est ce|qu'est|avez-vous|as-tu|etes-vous|es-tu|pouvez-vous|peux-tu|pourriez-vous|pourrais-tu|a-t-|ont-ils|is|are|was|were|has|have|had|did|do|does|can|could|would|will|should|may|shall)\b/

const isSpace = (unit: number) => unit === 32 || unit === 10 || Number.isNaN(unit)
const isClosing = (unit: number) => unit === 34 || unit === 41 || unit === 39 || unit === 42

const wordBefore = (folded: string, at: number): string => {
  let from = at
  while (from > 0 && from > at - 7) {
    const unit = folded.charCodeAt(from - 1)
    if (unit < 97 || unit > 122) break
    from--
  }
  return folded.slice(from, at)
}

const endsSentence = (folded: string, at: number): boolean => {
  const unit = folded.charCodeAt(at)
  if (unit === 10 || unit === 59) return true
  if (unit !== 46 && unit !== 33 && unit !== 63 && unit !== 0x2026) return false
  const next = folded.charCodeAt(at + 1)
  if (!isSpace(next) && !isClosing(next) && next < 0x2000) return false
  if (unit === 46 && next !== 10) {
    const word = wordBefore(folded, at)
    if (ABBREVIATED.has(word) || (word.length === 1 && word !== 'y' && word !== 'a')) return false
  }
  return true
}

const clausesOf = (folded: string, start: number, end: number, sentence: number, question: boolean): Clause[] => {
  const body = folded.slice(start, end)
  const cuts: number[] = []
  CLAUSE_BREAK.lastIndex = 0
  for (let m = CLAUSE_BREAK.exec(body); m !== null; m = CLAUSE_BREAK.exec(body)) cuts.push(m.index + m[0].length)
  const clauses: Clause[] = []
  let from = 0
  for (const cut of [...cuts, body.length]) {
    if (body.slice(from, cut).trim() === '' && cut !== body.length) continue
    const text = body.slice(from, cut)
    const last = cut === body.length
    clauses.push({
      start: start + from,
      end: start + cut,
      sentence,
      question: question && (last || OPENS_QUESTION.test(text)),
    })
    from = cut
  }
  return clauses
}

/** A quote right before letters begins what comes next. */
const opensQuotation = (folded: string, at: number) => /[a-z]/.test(folded.charAt(at + 1))

/** Cuts the folded text into sentences and those into clauses. Every unit belongs to exactly one of each. */
export const segment = (folded: string): readonly Sentence[] => {
  const sentences: Sentence[] = []
  let start = 0
  let question = false
  const close = (end: number) => {
    if (folded.slice(start, end).trim() === '') return
    sentences.push({ start, end, question, clauses: clausesOf(folded, start, end, sentences.length, question) })
    start = end
    question = false
  }
  for (let i = 0; i < folded.length; i++) {
    if (folded.charCodeAt(i) === 63) question = true
    if (!endsSentence(folded, i)) continue
    let end = i + 1
    while (end < folded.length && isClosing(folded.charCodeAt(end)) && !opensQuotation(folded, end)) end++
    close(end)
    i = end - 1
  }
  close(folded.length)
  return sentences
}
