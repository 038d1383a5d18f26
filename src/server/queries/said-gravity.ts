import type { Gravity } from '#core/crisis/gravity.ts'
import { sayGravityEn } from '#core/crisis/words/gravity-en.ts'
import { sayGravityFr } from '#core/crisis/words/gravity-fr.ts'

/** A gauge with its sentences in both languages. */
export const saidGravity = (gravity: Gravity, at: number) => ({
  ...{ level: gravity.level, at, fr: sayGravityFr(gravity), en: sayGravityEn(gravity) },
})
