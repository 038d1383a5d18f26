import type { Rule } from '../rule.ts'

/** What a list proves by itself is said whatever the model thinks of it; of the rest the model judges. */
export const surely = (sure: Pick<Rule, 'find'>, judged: Rule): Rule => ({
  ...judged,
  find: (draft) => {
    const proved = sure.find(draft)
    const others = judged
      .find(draft)
      .filter((found) => !proved.some(({ start, end }) => start < found.end && end > found.start))
    return [...proved, ...others]
  },
})
