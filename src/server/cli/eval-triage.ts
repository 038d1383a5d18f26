import { readMessage } from '#core/triage/read-message.ts'
import { type Answer, answerLines, type Printer } from './answer-lines.ts'

const answer = (line: string): Answer => {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return { trouble: 'not JSON' }
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return { trouble: 'not a JSON object' }
  const { id, text } = read as Readonly<Record<string, unknown>>
  if (typeof text !== 'string') return { trouble: 'no "text"' }
  const { language, intent, sentiment, topic, urgent, needsAnswer, personalDispute, flags } = readMessage(text)
  const because = {
    intent: intent.because,
    sentiment: sentiment.because,
    topic: topic.because,
    urgent: urgent.because,
    needs_answer: needsAnswer.because,
    personal_dispute: personalDispute.because,
    flags: Object.fromEntries(flags.map((flag) => [flag.is, flag.because])),
  }
  return {
    line: JSON.stringify({
      ...(typeof id === 'string' ? { id } : {}),
      lang: language,
      intent: intent.is,
      sentiment: sentiment.is,
      topic: topic.is,
      urgent: urgent.is,
      needs_answer: needsAnswer.is,
      personal_dispute: personalDispute.is,
      flags: flags.map((flag) => flag.is),
      urgent_reasons: urgent.reasons,
      because,
    }),
  }
}

/** Reads each message of a file of JSON lines. */
export const evalTriage = (file: string, printer: Printer): Promise<number> => answerLines(file, printer, answer)
