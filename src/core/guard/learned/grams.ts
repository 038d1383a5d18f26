/** Words, pairs of words and letters in a row, each as a place in a table of `size` (a power of two). */
export const gramsOf = (folded: string, size: number): readonly number[] => {
  const places: number[] = []
  const add = (gram: string) => {
    let hash = 0x811c9dc5
    for (let i = 0; i < gram.length; i++) hash = Math.imul(hash ^ gram.charCodeAt(i), 0x01000193)
    places.push((hash ^ (hash >>> 15)) & (size - 1))
  }
  const words = folded.slice(0, LONGEST).match(/[a-z']+|\d+|[?!€$£%]+/g) ?? []
  let before = '^'
  for (const word of words) {
    const known = /^\d/.test(word) ? '0' : word
    add(`w${known}`)
    add(`b${before} ${known}`)
    before = known
    const edged = `<${known}>`
    for (let length = 3; length <= 5; length++)
      for (let i = 0; i + length <= edged.length; i++) add(`c${edged.slice(i, i + length)}`)
  }
  return places
}

const LONGEST = 1500
