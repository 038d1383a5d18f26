import type { Preferences } from '#contract/session.ts'
import { bindKeys } from './keys/registry.ts'

/** Shows a member's theme and density, and keeps them for the first paint of the next visit. */
export const wearLook = (
  { theme = 'system', density = 'comfortable', shortcuts }: Preferences,
  language: string,
): void => {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  if (density === 'compact') root.dataset.density = 'compact'
  else delete root.dataset.density
  try {
    localStorage.setItem('vigie.look', JSON.stringify({ theme, density, language }))
  } catch {
    // Storage is forbidden: the next visit starts with the system's theme.
  }
  bindKeys(shortcuts ?? { on: true, keys: {} })
}

/** Row heights, as tokens.css has them. */
export const rowHeight = (): number => (document.documentElement.dataset.density === 'compact' ? 52 : 68)
