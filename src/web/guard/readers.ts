import { type After, type Answer, createAsking, type Facts, type OpenReader, type Question } from './asking.ts'
import type { Letter } from './worker.ts'
import address from './worker.ts?worker&url'

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}

/** The desk's pages take no script from a plain text: where a browser enforces it, this one address is vouched for, and no other. */
const vouched = (): string => {
  const { trustedTypes } = window as { trustedTypes?: Policies }
  const policy = trustedTypes?.createPolicy('vigie-guard', { createScriptURL: () => address })
  return (policy?.createScriptURL(address) ?? address) as string
}

const apart: OpenReader = (hear, broken) => {
  const worker = new Worker(vouched(), { type: 'module', name: 'vigie-guard' })
  worker.addEventListener('message', ({ data }) => hear(data))
  worker.addEventListener('error', broken)
  worker.addEventListener('messageerror', broken)
  let known: Facts | null = null
  return {
    ask: ({ number, draft: { facts, text } }) => {
      const letter: Letter = facts === known ? { number, text } : { number, facts, text }
      worker.postMessage(letter)
      known = facts
    },
    close: () => worker.terminate(),
  }
}

/** In the page, after the key has been painted. */
const here: OpenReader = (hear, broken) => {
  const engine = import('#core/guard/check-draft.ts')
  const read = ({ number, draft: { facts, text } }: Question, { checkDraft }: Awaited<typeof engine>): void => {
    let findings: Answer['findings']
    try {
      findings = checkDraft({ ...facts, text })
    } catch {
      broken()
      return
    }
    hear({ number, findings })
  }
  return {
    ask: (question) => void engine.then((found) => setTimeout(() => read(question, found)), broken),
    close: () => undefined,
  }
}

export const after: After = (ms, act) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/** The one guard of the page, whoever asks it. */
export const guard = createAsking([apart, here], after)
