import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { checkDraft } from '#core/guard/check-draft.ts'
import { readGuardLine } from './guard-line.ts'

export type Printer = { readonly print: (line: string) => void; readonly complain: (line: string) => void }

const LONGEST_LINE = 1_000_000

const answer = (text: string): { readonly line: string } | { readonly trouble: string } => {
  if (text.length > LONGEST_LINE) return { trouble: `longer than ${LONGEST_LINE} characters` }
  const read = readGuardLine(text)
  if ('trouble' in read) return read
  const findings = checkDraft(read.input).map(({ rule, severity, start, end }) => ({ rule, severity, start, end }))
  return { line: JSON.stringify({ id: read.id, findings }) }
}

/** Checks each draft of a file of JSON lines; a line that cannot be read is told and passed over. */
export const evalGuard = async (file: string, { print, complain }: Printer): Promise<number> => {
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8')
  let number = 0
  let troubles = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (text.trim() === '') continue
    const answered = answer(text)
    if ('line' in answered) print(answered.line)
    else {
      troubles++
      complain(`line ${number}: ${answered.trouble}`)
    }
  }
  return troubles > 0 ? 1 : 0
}
