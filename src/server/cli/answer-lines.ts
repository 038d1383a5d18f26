import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

export type Printer = { readonly print: (line: string) => void; readonly complain: (line: string) => void }

/** What is printed for a line, or what is wrong with it. */
export type Answer = { readonly line: string } | { readonly trouble: string }

const LONGEST_LINE = 1_000_000

/** Answers each line of a file (`-` is standard input), in its order; a line that cannot be read is told and passed over. */
export const answerLines = async (
  file: string,
  { print, complain }: Printer,
  answer: (text: string) => Answer,
): Promise<number> => {
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8')
  let [number, troubles] = [0, 0]
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (text.trim() === '') continue
    const answered: Answer =
      text.length > LONGEST_LINE ? { trouble: `longer than ${LONGEST_LINE} characters` } : answer(text)
    if ('line' in answered) print(answered.line)
    else {
      troubles++
      complain(`line ${number}: ${answered.trouble}`)
    }
  }
  return troubles > 0 ? 1 : 0
}
