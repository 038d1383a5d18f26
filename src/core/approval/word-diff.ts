/** A stretch of two texts laid over each other. */
export type Stretch = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** Words and what stands between them: joined, they are the text again. */
const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}'’]+|[^\s\p{L}\p{N}\p{M}'’]+/gu) ?? []

/** Past this many pairs the middle is shown as replaced whole: two texts with so little in common are read one after the other. */
const MOST_PAIRS = 4_000_000

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** A run of changes is read as one: what was there, then what is there now; spaces and stops between two changes change with them. */
const joined = (stretches: readonly Stretch[]): Stretch[] => {
  const out: Stretch[] = []
  let [removed, added, between] = ['', '', '']
  const say = (kind: Stretch['kind'], text: string) => {
    const last = out.at(-1)
    if (text === '') return
    if (last?.kind === kind) out[out.length - 1] = { kind, text: last.text + text }
    else out.push({ kind, text })
  }
  const close = () => {
    say('removed', removed)
    say('added', added)
    say('same', between)
    removed = added = between = ''
  }
  for (const { kind, text } of stretches) {
    if (kind === 'same') {
      between += text
      if (hasWord(between) || removed + added === '') close()
      continue
    }
    const both = removed !== '' && added !== '' ? between : ''
    if (both === '' && between !== '') close()
    removed += both + (kind === 'removed' ? text : '')
    added += both + (kind === 'added' ? text : '')
    between = ''
  }
  close()
  return out
}

/** The longest common words of two runs, from a table of lengths filled from the end. */
const compare = (before: readonly string[], after: readonly string[]): Stretch[] => {
  const [n, m] = [before.length, after.length]
  if (n * m > MOST_PAIRS)
    return [
      { kind: 'removed', text: before.join('') },
      { kind: 'added', text: after.join('') },
    ]
  const width = m + 1
  const common = new Uint16Array((n + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const out: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < n || j < m) {
    if (i < n && j < m && before[i] === after[j]) {
      out.push({ kind: 'same', text: before[i] ?? '' })
      i++
      j++
    } else if (j >= m || (i < n && at(i + 1, j) >= at(i, j + 1))) out.push({ kind: 'removed', text: before[i++] ?? '' })
    else out.push({ kind: 'added', text: after[j++] ?? '' })
  }
  return out
}

/** What an approver changed in the writer's words, word by word (V1). */
export const diffWords = (before: string, after: string): Stretch[] => {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return joined([
    { kind: 'same', text: a.slice(0, head).join('') },
    ...compare(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ])
}
