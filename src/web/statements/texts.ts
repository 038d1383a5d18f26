import type { StatementView } from '#contract/statements.ts'
import { chooseWording, type Wording } from '#core/statement/prepared.ts'
import { fillSlots, type Slot } from '#core/statement/slots.ts'

export type Language = 'fr' | 'en'
type Place = { readonly id: string; readonly connector: string; readonly language: Language }

/** The words as they are being adapted: one text for all, and those of accounts that say it otherwise. */
export type Texts = { readonly common: string; readonly own: Readonly<Record<string, string>> }

export const textFor = ({ common, own }: Texts, account: string): string => own[account] ?? common

/** A prepared statement on these accounts: the words that most of them share stand in common, the others on their own (C4). */
export const adapt = (
  wordings: readonly Wording[],
  accounts: readonly Place[],
  known: Partial<Readonly<Record<Slot, string>>>,
): Texts => {
  const said = accounts.map((account) => ({
    id: account.id,
    text: fillSlots(chooseWording(wordings, account)?.text ?? '', known),
  }))
  const counts = new Map<string, number>()
  for (const { text } of said) counts.set(text, (counts.get(text) ?? 0) + 1)
  const common = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? fillSlots(wordings[0]?.text ?? '', known)
  return {
    common,
    own: Object.fromEntries(said.filter(({ text }) => text !== common).map(({ id, text }) => [id, text])),
  }
}

/** What came back of a statement, on the accounts that it was for: nothing that was written is written twice. */
export const comeBack = (statement: StatementView | undefined): Texts => {
  const back = (statement?.posts ?? []).flatMap(({ accountId, asked }) =>
    asked === null || asked.state === 'waiting' ? [] : [[accountId, asked.text] as const],
  )
  const [, common = ''] = back[0] ?? []
  return { common, own: Object.fromEntries(back.filter(([, text]) => text !== common)) }
}

/** The next time that the clock shows these hours and minutes; null for what is no time. */
export const nextMoment = (hhmm: string, now: number): number | null => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(hhmm) ?? []
  if (hours === undefined || minutes === undefined) return null
  const at = new Date(now)
  at.setHours(Number(hours), Number(minutes), 0, 0)
  if (at.getTime() <= now) at.setDate(at.getDate() + 1)
  return at.getTime()
}

/** Words that have an hour of their own, on the accounts that they are for: changed where they stand. */
export const asPlanned = (posts: readonly { accountId: string; text: string }[]): Texts => {
  const common = posts[0]?.text ?? ''
  const others = posts.filter(({ text }) => text !== common)
  return { common, own: Object.fromEntries(others.map(({ accountId, text }) => [accountId, text])) }
}
