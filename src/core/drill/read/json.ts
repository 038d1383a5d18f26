import { type ScenarioFault, words } from './fault.ts'
import type { Entry, Node } from './node.ts'

/** Deeper than any scenario goes. */
const DEEPEST = 12

class Unreadable extends Error {
  readonly fault: ScenarioFault
  constructor(fault: ScenarioFault) {
    super(fault.says.en)
    this.fault = fault
  }
}

type Cursor = { readonly text: string; at: number; line: number; depth: number }

const stop = (cursor: Cursor, fr: string, en: string): never => {
  throw new Unreadable({ line: cursor.line, path: '', says: words(fr, en) })
}

const skip = (cursor: Cursor): void => {
  for (;;) {
    const letter = cursor.text[cursor.at]
    if (letter === '\n') cursor.line++
    else if (letter !== ' ' && letter !== '\t' && letter !== '\r') return
    cursor.at++
  }
}

const shown = (cursor: Cursor): string => cursor.text.slice(cursor.at, cursor.at + 12).split('\n')[0] ?? ''

const readString = (cursor: Cursor): string => {
  const start = cursor.at
  for (let at = start + 1; at < cursor.text.length; at++) {
    const letter = cursor.text[at]
    if (letter === '\n')
      stop(
        cursor,
        'il manque un guillemet « " » à la fin du texte',
        'a quotation mark (") is missing at the end of the text',
      )
    if (letter === '\\') at++
    else if (letter === '"') {
      cursor.at = at + 1
      try {
        return String(JSON.parse(cursor.text.slice(start, at + 1)))
      } catch {
        return stop(
          cursor,
          'un « \\ » mal suivi dans le texte : écrire \\" pour un guillemet, \\n pour une ligne, \\\\ pour un « \\ »',
          'a misplaced "\\" in the text: write \\" for a quotation mark, \\n for a new line, \\\\ for a "\\"',
        )
      }
    }
  }
  return stop(
    cursor,
    'il manque un guillemet « " » à la fin du texte',
    'a quotation mark (") is missing at the end of the text',
  )
}

const expectComma = (cursor: Cursor, close: string): boolean => {
  skip(cursor)
  const letter = cursor.text[cursor.at]
  if (letter === close) {
    cursor.at++
    return false
  }
  if (letter !== ',')
    stop(
      cursor,
      `il manque une virgule ou « ${close} » avant « ${shown(cursor)} »`,
      `a comma or "${close}" is missing before "${shown(cursor)}"`,
    )
  cursor.at++
  skip(cursor)
  if (cursor.text[cursor.at] === close)
    stop(
      cursor,
      `une virgule de trop avant « ${close} » : l’enlever`,
      `one comma too many before "${close}": remove it`,
    )
  return true
}

const readEntries = (cursor: Cursor): readonly Entry[] => {
  const entries: Entry[] = []
  const keys = new Set<string>()
  cursor.at++
  skip(cursor)
  if (cursor.text[cursor.at] === '}') {
    cursor.at++
    return entries
  }
  do {
    skip(cursor)
    const line = cursor.line
    if (cursor.text[cursor.at] !== '"')
      stop(
        cursor,
        `un nom entre guillemets est attendu, pas « ${shown(cursor)} »`,
        `a name in quotation marks is expected, not "${shown(cursor)}"`,
      )
    const key = readString(cursor)
    if (keys.has(key))
      stop(cursor, `« ${key} » est écrit deux fois : en garder un`, `"${key}" is written twice: keep one`)
    skip(cursor)
    if (cursor.text[cursor.at] !== ':')
      stop(cursor, `il manque « : » après « ${key} »`, `":" is missing after "${key}"`)
    cursor.at++
    keys.add(key)
    entries.push({ key, line, node: readNode(cursor) })
  } while (expectComma(cursor, '}'))
  return entries
}

const readNodes = (cursor: Cursor): readonly Node[] => {
  const nodes: Node[] = []
  cursor.at++
  skip(cursor)
  if (cursor.text[cursor.at] === ']') {
    cursor.at++
    return nodes
  }
  do nodes.push(readNode(cursor))
  while (expectComma(cursor, ']'))
  return nodes
}

const PLAIN = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

const readPlain = (cursor: Cursor): Node => {
  const { line } = cursor
  PLAIN.lastIndex = cursor.at
  const [word] = PLAIN.exec(cursor.text) ?? []
  if (word === undefined)
    return stop(
      cursor,
      cursor.at >= cursor.text.length
        ? 'le fichier s’arrête trop tôt'
        : `« ${shown(cursor)} » ne se lit pas : un texte va entre guillemets`,
      cursor.at >= cursor.text.length
        ? 'the file ends too early'
        : `"${shown(cursor)}" cannot be read: text goes in quotation marks`,
    )
  cursor.at += word.length
  if (word === 'null') return { kind: 'null', line }
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', line }
  return { kind: 'number', value: Number(word), line }
}

const readNode = (cursor: Cursor): Node => {
  skip(cursor)
  const { line } = cursor
  const letter = cursor.text[cursor.at]
  if (letter === '"') return { kind: 'string', value: readString(cursor), line }
  if (letter !== '{' && letter !== '[') return readPlain(cursor)
  cursor.depth++
  if (cursor.depth > DEEPEST)
    stop(cursor, 'trop de crochets les uns dans les autres', 'too many brackets within each other')
  const node: Node =
    letter === '{'
      ? { kind: 'object', entries: readEntries(cursor), line }
      : { kind: 'array', nodes: readNodes(cursor), line }
  cursor.depth--
  return node
}

/** Reads a scenario file as JSON that remembers its lines, so that its writer is told where to look. */
export const readJson = (text: string): Node | ScenarioFault => {
  const cursor: Cursor = { text: text.replace(/^\uFEFF/, ''), at: 0, line: 1, depth: 0 }
  try {
    const node = readNode(cursor)
    skip(cursor)
    if (cursor.at < cursor.text.length)
      stop(
        cursor,
        `rien n’est attendu après la fin : « ${shown(cursor)} »`,
        `nothing is expected after the end: "${shown(cursor)}"`,
      )
    return node
  } catch (error) {
    if (error instanceof Unreadable) return error.fault
    throw error
  }
}
