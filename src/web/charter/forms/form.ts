import type { Charter } from '#core/charter/charter.ts'

/** What every article's form takes: the charter as it is being written, what changes it, and the names it can choose from. */
export type FormProps = {
  readonly charter: Charter
  readonly put: (change: Partial<Charter>) => void
  readonly networks: readonly { readonly connector: string; readonly network: string }[]
  readonly accounts: readonly { readonly id: string; readonly name: string }[]
}
