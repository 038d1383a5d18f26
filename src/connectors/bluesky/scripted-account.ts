import type { Answer } from './answer.ts'
import type { Account } from './signed-in.ts'

/** An account whose server answers each method as it is told; for tests. */
export const scriptedAccount = (answers: Record<string, Answer | ((params: Record<string, unknown>) => Answer)>) => {
  const asked: { method: string; params: Record<string, unknown> }[] = []
  const account: Account = {
    did: 'did:plc:fleursduport',
    ask: async ({ method, params, input }) => {
      const given: Record<string, unknown> = { ...params, ...input }
      asked.push({ method, params: given })
      const answer = answers[method] ?? { kind: 'failure', status: 501, error: 'MethodNotImplemented', message: method }
      return typeof answer === 'function' ? answer(given) : answer
    },
  }
  return { account, asked }
}

export const yes = (data: unknown): Answer => ({ kind: 'answer', data })

export const no = (status: number, error: string): Answer => ({ kind: 'failure', status, error, message: '' })
