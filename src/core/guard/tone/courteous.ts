import type { Language } from '../guard-input.ts'

/** What can always be said instead, whatever the matter, without promising anything (G3). */
export const courteous = (language: Language, tu: boolean): string =>
  language === 'fr'
    ? tu
      ? 'Nous comprenons ton agacement, et nous te remercions de nous l’avoir dit.'
      : 'Nous comprenons votre agacement, et nous vous remercions de nous l’avoir dit.'
    : 'We understand your frustration, and thank you for telling us.'
