/// <reference types="node" />
import type { Plugin } from 'vite'

/**
 * Gives the browser the contract's lines (method, path, scope) and leaves its schemas, and zod with them, on the server. The contract
 * stays the one source: the list is read from it at each build.
 */
export function contractLines(): Plugin {
  const name = 'virtual:contract-lines'
  return {
    name: 'contract-lines',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined
      const { contract } = await import('../contract/index.ts')
      const lines = Object.entries(contract).map(([key, { method, path, scope }]) => [key, { method, path, scope }])
      return `export const lines = ${JSON.stringify(Object.fromEntries(lines))}`
    },
  }
}
