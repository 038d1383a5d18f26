import { checkDraft } from '#core/guard/check-draft.ts'
import type { Answer, Facts } from './asking.ts'

/** Words to read; the facts come along when they are not those of the words before. */
export type Letter = { readonly number: number; readonly facts?: Facts; readonly text: string }

let known: Facts | undefined

/** The guard, the same as the server's, on a thread of its own: whoever types never waits for it. */
addEventListener('message', ({ data: { number, facts = known, text } }: MessageEvent<Letter>) => {
  if (facts === undefined) throw new Error('the first words came without their facts')
  known = facts
  const answer: Answer = { number, findings: checkDraft({ ...facts, text }) }
  postMessage(answer)
})
