import { type Address, addressParser, decodeWords } from 'postal-mime'
import type { Person } from '../shapes.ts'

const ADDRESS = /^[^\s<>@,;:"()[\]\\\p{Cc}]{1,200}@[^\s<>@,;:"()[\]\\\p{Cc}]{1,253}$/u

/** One address in lower case, or null when nobody can be reached by it. */
export const cleanAddress = (address: string): string | null => {
  const plain = address.trim().toLowerCase()
  return ADDRESS.test(plain) ? plain : null
}

/** What people see: on one line, without marks that turn the direction of writing or hide letters. */
export const cleanLine = (text: string, most: number): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()

const membersOf = (address: Address): { name: string; address: string }[] =>
  address.group === undefined ? [address] : address.group

/** The people that a header names and that can be reached. */
export const findPeople = (header: string, most: number): Person[] =>
  addressParser(header.slice(0, 50_000))
    .slice(0, 1000)
    .flatMap(membersOf)
    .flatMap(({ name, address }) => {
      const known = cleanAddress(address ?? '')
      return known === null ? [] : [{ address: known, name: cleanLine(decodeWords(name ?? ''), 200) }]
    })
    .slice(0, most)

/** A name that is itself an address, and another one, is there to deceive: the address is shown instead. */
export const shownName = ({ name, address }: Person): string => {
  const claimed = /[^\s<>@"'()]+@[^\s<>@"'()]+\.[^\s<>@"'()]+/.exec(name)?.[0]
  if (name === '' || (claimed !== undefined && claimed.toLowerCase() !== address)) return address
  return name
}
