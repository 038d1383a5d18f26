import type { Preferences } from '#contract/session.ts'
import { api, codeOf } from '../api.ts'
import { wearSession } from '../session/session.ts'
import { sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'

type Change = { name?: string; language?: 'fr' | 'en'; preferences?: Preferences }

/** Keeps one's own settings, and wears them at once. */
export const saveMe = async (change: Change): Promise<void> => {
  try {
    await wearSession(await api.updateMe(change))
  } catch (error) {
    sayTrouble(speaking().w.refused(codeOf(error)))
  }
}
