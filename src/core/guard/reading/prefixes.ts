/**
 * The first letters that a pattern can start with, so that it is tried only where they stand. Understands what the guard's word lists use:
 * letters, groups, alternatives, classes, `?`, `*`, `+`, `{n,m}`, and conditions that take no room.
 */
export const LONGEST_PREFIX = 4
const MOST_PREFIXES = 300

/** Null: could start with anything. */
export type Prefixes = readonly string[] | null

type Cursor = { at: number }
/** What has been read so far: `open` ones may still grow, `shut` ones met something that could be anything. */
type Partial = { readonly open: ReadonlySet<string>; readonly shut: ReadonlySet<string> }

const EMPTY: Partial = { open: new Set(['']), shut: new Set() }

const append = (before: Partial, after: Partial): Partial => {
  const open = new Set<string>()
  const shut = new Set(before.shut)
  for (const head of before.open) {
    if (head.length >= LONGEST_PREFIX) {
      shut.add(head)
      continue
    }
    for (const tail of after.open) open.add((head + tail).slice(0, LONGEST_PREFIX))
    for (const tail of after.shut) shut.add((head + tail).slice(0, LONGEST_PREFIX))
  }
  return { open, shut }
}

const either = (a: Partial, b: Partial): Partial => ({
  open: new Set([...a.open, ...b.open]),
  shut: new Set([...a.shut, ...b.shut]),
})
const ANYTHING: Partial = { open: new Set(), shut: new Set(['']) }

/** After one digit anything may follow: ten beginnings are enough. */
const DIGIT: Partial = { open: new Set(), shut: new Set('0123456789') }

const skipClass = (source: string, cursor: Cursor): string => {
  const start = ++cursor.at
  while (source[cursor.at] !== ']') cursor.at += source[cursor.at] === '\\' ? 2 : 1
  return source.slice(start, cursor.at++)
}

const readClass = (body: string): Partial =>
  /^[^\\^]+$/.test(body) && !/.-./.test(body) ? { open: new Set(body), shut: new Set() } : ANYTHING

/** One letter, class or group; null when it takes no room. */
const readAtom = (source: string, cursor: Cursor): Partial | null => {
  const character = source[cursor.at] ?? ''
  if (character === '(') {
    const lookaround = /^\(\?(?:[=!]|<[=!])/.exec(source.slice(cursor.at))
    cursor.at += lookaround?.[0].length ?? (source.startsWith('(?:', cursor.at) ? 3 : 1)
    const inside = readChoice(source, cursor)
    cursor.at++
    return lookaround === null ? inside : null
  }
  if (character === '[') return readClass(skipClass(source, cursor))
  cursor.at++
  if (character === '^' || character === '$') return null
  if (character === '.') return ANYTHING
  if (character !== '\\') return { open: new Set([character]), shut: new Set() }
  const escaped = source[cursor.at++] ?? ''
  if (escaped === 'b') return null
  if (escaped === 'u' && source[cursor.at] === '{') {
    while (source[cursor.at] !== '}') cursor.at++
    cursor.at++
  }
  if (escaped === 'd') return DIGIT
  return /[a-z]/i.test(escaped) ? ANYTHING : { open: new Set([escaped]), shut: new Set() }
}

type Quantifier = 'once' | 'optional' | 'any-times' | 'repeated'

const readQuantifier = (source: string, cursor: Cursor): Quantifier => {
  const m = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(cursor.at, cursor.at + 12))
  if (m === null) return 'once'
  cursor.at += m[0].length
  if (m[0].startsWith('?')) return 'optional'
  return m[0].startsWith('*') || m[1] === '0' ? 'any-times' : 'repeated'
}

const grow = (read: Partial, atom: Partial, quantifier: Quantifier): Partial => {
  if (quantifier === 'once') return append(read, atom)
  if (quantifier === 'optional') return either(read, append(read, atom))
  // After one of several repetitions anything may follow.
  const repeated = append(append(read, atom), ANYTHING)
  return quantifier === 'repeated' ? repeated : either(read, repeated)
}

function readSequence(source: string, cursor: Cursor): Partial {
  let read = EMPTY
  while (cursor.at < source.length && source[cursor.at] !== '|' && source[cursor.at] !== ')') {
    const atom = readAtom(source, cursor)
    const quantifier = readQuantifier(source, cursor)
    if (atom !== null) read = grow(read, atom, quantifier)
  }
  return read
}

function readChoice(source: string, cursor: Cursor): Partial {
  let read = readSequence(source, cursor)
  while (source[cursor.at] === '|') {
    cursor.at++
    read = either(read, readSequence(source, cursor))
  }
  return read
}

/** Every way, up to four letters, in which what matches can begin. */
export const prefixesOf = (source: string): Prefixes => {
  const { open, shut } = readChoice(source, { at: 0 })
  if (shut.has('')) return null
  // What begins like something that could go on anyhow is already tried there.
  const covered = (prefix: string) =>
    [1, 2, 3].some((length) => length < prefix.length && shut.has(prefix.slice(0, length)))
  const all = [...new Set([...open, ...shut])].filter((prefix) => !covered(prefix))
  return all.includes('') || all.length > MOST_PREFIXES ? null : all
}
