/**
 * Shuffles lists with a generator of its own, which goes on from one list to the next: the same seed and examples always teach the
 * same weights.
 */
export const stirrer = (seed: number) => {
  let state = seed
  return <T>(list: T[]): void => {
    for (let i = list.length - 1; i > 0; i--) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
      const j = state % (i + 1)
      const [here, there] = [list[i], list[j]]
      if (here === undefined || there === undefined) continue
      list[i] = there
      list[j] = here
    }
  }
}

/** Numbers from 0 to 1 that look like chance, the same ones for the same seed. */
export const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 0) / 4294967296
  }
}
