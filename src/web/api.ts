import { lines } from 'virtual:contract-lines'
import { createClient, RefusedError } from '#contract/client.ts'
import type { DeskContract } from '#contract/index.ts'

let brand = ''

/** The brand whose desk is open; every workspace call goes to it. */
export const workspaceId = () => brand
export const openWorkspace = (id: string) => {
  brand = id
}

/** What asks for a fresh sign-in is asked again once the member has given it; they notice a small question and nothing else. */
const sendAgainWhenFresh: typeof fetch = async (url, init) => {
  const answer = await fetch(url, init)
  if (answer.status !== 403) return answer
  const said: unknown = await answer
    .clone()
    .json()
    .catch(() => null)
  const asks = typeof said === 'object' && said !== null && 'refused' in said && said.refused === 'fresh-sign-in-needed'
  if (!asks) return answer
  const { ask } = await import('./ui/dialogs.ts')
  return (await ask({ kind: 'sign-in' })) === null ? answer : fetch(url, init)
}

/** The typed client; `keepalive` lets a last word (a draft, a goodbye) leave with the page. */
export const api = createClient<DeskContract>(lines, workspaceId, sendAgainWhenFresh)
export const lastWords = createClient<DeskContract>(lines, workspaceId, (url, init) =>
  fetch(url, { ...init, keepalive: true }),
)

export const isRefused = (error: unknown, code?: string): error is RefusedError =>
  error instanceof RefusedError && (code === undefined || error.refusal.refused === code)

export const codeOf = (error: unknown): string => (isRefused(error) ? error.refusal.refused : 'unexpected')
