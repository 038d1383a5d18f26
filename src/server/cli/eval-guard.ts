import { checkDraft } from '#core/guard/check-draft.ts'
import { type Answer, answerLines, type Printer } from './answer-lines.ts'
import { readGuardLine } from './guard-line.ts'

const answer = (text: string): Answer => {
  const read = readGuardLine(text)
  if ('trouble' in read) return read
  const findings = checkDraft(read.input).map(({ rule, severity, start, end }) => ({ rule, severity, start, end }))
  return { line: JSON.stringify({ id: read.id, findings }) }
}

/** Checks each draft of a file of JSON lines. */
export const evalGuard = (file: string, printer: Printer): Promise<number> => answerLines(file, printer, answer)
