/** Words to everybody as their writer left them: nothing of it is a promise, an hour that is past included. */
export type UnfinishedStatement = {
  /** One text for all, and those of accounts that say it otherwise. */
  readonly common: string
  readonly own: Readonly<Record<string, string>>
  /** The accounts that were chosen: one that is connected later joins nothing by accident (G5). */
  readonly on: readonly string[]
  readonly preparedId: string | null
  /** When the words say that the public hears more, as the clock shows it. */
  readonly nextAt: string
  /** When they leave: at once, or on a day at an hour of the brand's. */
  readonly when: { readonly later: boolean; readonly day: string; readonly hour: string }
}

/** Whether there is anything to keep: a page without a word is no draft, whatever else was chosen on it (W1). */
export const saysSomething = ({ common, own }: Pick<UnfinishedStatement, 'common' | 'own'>): boolean =>
  [common, ...Object.values(own)].some((text) => text.trim() !== '')
