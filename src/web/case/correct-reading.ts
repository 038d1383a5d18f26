import type { ReadingView } from '#contract/readings.ts'
import { intents } from '#core/triage/labels.ts'
import { api } from '../api.ts'
import { ask } from '../ui/dialogs.ts'
import { changeNow } from './change.ts'
import { lineOf } from './reading-line.ts'
import { readingWords } from './reading-words.ts'

type Said = Pick<ReadingView, 'intent' | 'urgent'>

const put = (caseId: string, id: string, before: Said, after: Said): Promise<boolean> => {
  const t = readingWords()
  return changeNow({
    cases: [caseId],
    row: {},
    send: () => api.correctReading({ id, intent: after.intent, urgent: after.urgent }),
    done: t.corrected(lineOf(t, { ...after, reasons: [] })),
    undo: () => void put(caseId, id, after, before),
  })
}

/** What is this message? One choice: another intent, or whether it can wait (L2). */
export const askCorrection = async (caseId: string, id: string, reading: ReadingView): Promise<void> => {
  const t = readingWords()
  const { intent, urgent } = reading
  const picked = await ask({
    kind: 'pick',
    title: t.correctTitle,
    options: [
      { id: 'urgency', text: urgent ? t.isCalm : t.isUrgent },
      ...intents.map((one) => ({ id: one, text: t.intents[one], on: one === intent })),
    ],
  })
  const chosen = intents.find((one) => one === picked)
  if (picked === 'urgency') await put(caseId, id, { intent, urgent }, { intent, urgent: !urgent })
  // To say again what the desk read confirms it: words of praise that it was not sure of join the thanks.
  else if (chosen !== undefined && (chosen !== intent || reading.by === null))
    await put(caseId, id, { intent, urgent }, { intent: chosen, urgent })
}
