/** « Sarah Duval » is « Sarah D. » where room is short. */
export const shortName = (name: string): string => {
  const [first = name, ...rest] = name.trim().split(/\s+/)
  const initial = rest.at(-1)?.[0]
  return initial === undefined ? first : `${first} ${initial.toUpperCase()}.`
}
