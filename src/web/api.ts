import { lines } from 'virtual:contract-lines'
import { createClient, RefusedError } from '#contract/client.ts'
import type { DeskContract } from '#contract/index.ts'

let brand = ''

/** The brand whose desk is open; every workspace call goes to it. */
export const workspaceId = () => brand
export const openWorkspace = (id: string) => {
  brand = id
}

/** The typed client; `keepalive` lets a last word (a draft, a goodbye) leave with the page. */
export const api = createClient<DeskContract>(lines, workspaceId, (url, init) => fetch(url, init))
export const lastWords = createClient<DeskContract>(lines, workspaceId, (url, init) =>
  fetch(url, { ...init, keepalive: true }),
)

export const isRefused = (error: unknown, code?: string): error is RefusedError =>
  error instanceof RefusedError && (code === undefined || error.refusal.refused === code)

export const codeOf = (error: unknown): string => (isRefused(error) ? error.refusal.refused : 'unexpected')
