import type { Words } from '../scenario.ts'
import { MOST_FAULTS, type ScenarioFault, words } from './fault.ts'
import type { Node } from './node.ts'

/** Where a shape says what it does not understand, and where each thing stood. */
export type Reading = { readonly faults: ScenarioFault[]; readonly lines: Map<string, number> }

/** Understands a node, or says why not and gives `undefined`. */
export type Shape<T> = (node: Node, path: string, reading: Reading) => T | undefined

export const complain = (reading: Reading, node: { line: number }, path: string, says: Words): undefined => {
  if (reading.faults.length < MOST_FAULTS) reading.faults.push({ line: node.line, path, says })
  return undefined
}

/** What no screen shows, and no database keeps. */
const UNWRITABLE = /(?![\n\t])\p{Cc}/u

export const text =
  (most: number): Shape<string> =>
  (node, path, reading) => {
    if (node.kind !== 'string')
      return complain(
        reading,
        node,
        path,
        words('un texte entre guillemets est attendu', 'text in quotation marks is expected'),
      )
    const value = node.value.trim()
    if (value === '') return complain(reading, node, path, words('ce texte est vide', 'this text is empty'))
    if (value.length > most)
      return complain(
        reading,
        node,
        path,
        words(
          `${value.length} signes, ${most} au plus : raccourcir`,
          `${value.length} characters, ${most} at most: shorten it`,
        ),
      )
    if (UNWRITABLE.test(value) || !value.isWellFormed())
      return complain(
        reading,
        node,
        path,
        words('un signe illisible dans ce texte : l’enlever', 'an unreadable character in this text: remove it'),
      )
    return value
  }

const ID = /^[a-z][a-z0-9-]{0,39}$/

/** The name by which one part of the file speaks of another. */
export const id: Shape<string> = (node, path, reading) =>
  node.kind === 'string' && ID.test(node.value)
    ? node.value
    : complain(
        reading,
        node,
        path,
        words(
          'un nom en minuscules, chiffres et traits d’union est attendu, comme « camille » ou « premier-article »',
          'a name of small letters, digits and hyphens is expected, like "camille" or "first-article"',
        ),
      )

export const number =
  (least: number, most: number): Shape<number> =>
  (node, path, reading) =>
    node.kind === 'number' && node.value >= least && node.value <= most
      ? node.value
      : complain(
          reading,
          node,
          path,
          words(`un nombre de ${least} à ${most} est attendu`, `a number from ${least} to ${most} is expected`),
        )

export const truth: Shape<boolean> = (node, path, reading) =>
  node.kind === 'boolean'
    ? node.value
    : complain(reading, node, path, words('true ou false est attendu', 'true or false is expected'))

export const oneOf =
  <T extends string>(list: readonly T[]): Shape<T> =>
  (node, path, reading) =>
    (node.kind === 'string' ? list.find((one) => one === node.value) : undefined) ??
    complain(
      reading,
      node,
      path,
      words(`l’un de ces mots est attendu : ${list.join(', ')}`, `one of these words is expected: ${list.join(', ')}`),
    )

/** One string for both languages, or one for each. */
export const told =
  (most: number): Shape<Words> =>
  (node, path, reading) => {
    if (node.kind !== 'object') {
      const both = text(most)(node, path, reading)
      return both === undefined ? undefined : { fr: both, en: both }
    }
    return object<Words>({ fr: required(text(most)), en: required(text(most)) })(node, path, reading)
  }

export const listOf =
  <T>(shape: Shape<T>, most: number, least = 0): Shape<readonly T[]> =>
  (node, path, reading) => {
    if (node.kind !== 'array')
      return complain(reading, node, path, words('une liste entre [ ] est attendue', 'a list in [ ] is expected'))
    if (node.nodes.length > most || node.nodes.length < least)
      return complain(
        reading,
        node,
        path,
        words(
          `${node.nodes.length} dans la liste, de ${least} à ${most} attendus`,
          `${node.nodes.length} in the list, ${least} to ${most} expected`,
        ),
      )
    const all = node.nodes.map((one, at) => shape(one, `${path}[${at}]`, reading))
    return all.every((one) => one !== undefined) ? all : undefined
  }

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (node, path, reading) =>
    node.kind === 'null' ? null : shape(node, path, reading)

export type Field<T> = { readonly shape: Shape<T>; readonly or?: { readonly value: T } }
export const required = <T>(shape: Shape<T>): Field<T> => ({ shape })
/** May be left out, and is then this. */
export const optional = <T>(shape: Shape<T>, value: T): Field<T> => ({ shape, or: { value } })

/** An object with these fields and no others. */
export const object =
  <T extends object>(fields: { readonly [K in keyof T]-?: Field<T[K]> }): Shape<T> =>
  (node, path, reading) => {
    if (node.kind !== 'object')
      return complain(reading, node, path, words('un objet entre { } est attendu', 'an object in { } is expected'))
    const names = Object.keys(fields) as (keyof T & string)[]
    for (const { key, line } of node.entries)
      if (!names.some((name) => name === key))
        complain(
          reading,
          { line },
          path,
          words(
            `« ${key} » n’est pas connu ici : l’enlever, ou l’un de ${names.join(', ')}`,
            `"${key}" is not known here: remove it, or one of ${names.join(', ')}`,
          ),
        )
    const before = reading.faults.length
    const read: Partial<T> = {}
    for (const name of names) {
      const field: Field<T[typeof name]> = fields[name]
      const entry = node.entries.find(({ key }) => key === name)
      const inside = path === '' ? name : `${path}.${name}`
      reading.lines.set(inside, entry?.line ?? node.line)
      if (entry === undefined) {
        if (field.or) read[name] = field.or.value
        else complain(reading, node, path, words(`il manque « ${name} »`, `"${name}" is missing`))
        continue
      }
      const value = field.shape(entry.node, inside, reading)
      if (value !== undefined) read[name] = value
    }
    return reading.faults.length === before && names.every((name) => name in read) ? (read as T) : undefined
  }
