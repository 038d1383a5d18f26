/** A turn of phrase that was met, and from which token on. */
export type Told = { readonly name: string; readonly at: number }

const MOST = 3

/**
 * Which turns of phrase come back, whether good words or bad ones outnumber the others, which of them comes first and last, and what is
 * said before and after a « but »: it is the end of a message that tells what it wants.
 */
export const orderSigns = (told: readonly Told[]): readonly string[] => {
  const count = new Map<string, number>()
  for (const { name } of told) count.set(name, (count.get(name) ?? 0) + 1)
  const signs = new Set<string>()
  for (const [name, times] of count) {
    if (times > 1) signs.add(`again ${name}`)
    if (times >= MOST) signs.add(`often ${name}`)
  }
  const balance = (count.get('glad') ?? 0) - (count.get('sorry') ?? 0)
  signs.add(`balance ${Math.max(-MOST, Math.min(MOST, balance))}`)
  const felt = told.filter(({ name }) => name === 'glad' || name === 'sorry')
  if (felt.length > 0) signs.add(`first ${felt[0]?.name}`).add(`last ${felt.at(-1)?.name}`)
  const but = told.findLast(({ name }) => name === 'but')
  if (but !== undefined)
    for (const { name, at } of told) if (name !== 'but') signs.add(`${at > but.at ? 'after' : 'before'} ${name}`)
  return [...signs]
}
