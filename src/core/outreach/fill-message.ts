import { sayDay } from './order-day.ts'

export const SLOTS = ['firstName', 'order', 'solution', 'date'] as const
export type Slot = (typeof SLOTS)[number]

const CALLED: Readonly<Record<Slot, readonly string[]>> = {
  firstName: ['prénom', 'prenom', 'first name', 'firstname'],
  order: ['commande', 'order'],
  solution: ['solution'],
  date: ['date'],
}

type Piece = string | { readonly slot: Slot | null; readonly name: string; readonly instead: string | null }

/** A slot is `{prénom}`, or `{prénom|Madame, Monsieur}` with what is said where nobody knows it. */
const piecesOf = (template: string): Piece[] =>
  template.split(/(\{[^{}]*\})/).map((part): Piece => {
    if (!/^\{.*\}$/s.test(part)) return part
    const [name = '', ...instead] = part.slice(1, -1).split('|')
    const called = name.normalize('NFC').trim().toLowerCase()
    const slot = SLOTS.find((one) => CALLED[one].includes(called)) ?? null
    return { slot, name: name.trim(), instead: instead.length === 0 ? null : instead.join('|').trim() }
  })

/** Names in braces that stand for nothing: a message with one cannot be sent to anybody. */
export const unknownSlots = (template: string): readonly string[] =>
  piecesOf(template).flatMap((piece) => (typeof piece === 'string' || piece.slot !== null ? [] : [piece.name]))

export type Filling = {
  readonly firstName: string | null
  readonly orders: readonly string[]
  readonly solution: string | null
  readonly day: string | null
  readonly language: 'fr' | 'en'
}

const fillingOf = (slot: Slot, { firstName, orders, solution, day, language }: Filling): string | null => {
  switch (slot) {
    case 'firstName':
      return firstName
    case 'order':
      return orders.length === 0 ? null : orders.join(', ')
    case 'solution':
      return solution
    case 'date':
      return day === null ? null : sayDay(day, language)
  }
}

export type Filled = { readonly text: string } | { readonly missing: readonly Slot[] }

/**
 * One message for each person, never the same sheet for all (A3, A4): a message with a hole in it does not leave, and what is missing is
 * named.
 */
export const fillMessage = (template: string, filling: Filling): Filled => {
  const missing = new Set<Slot>()
  const text = piecesOf(template)
    .map((piece) => {
      if (typeof piece === 'string' || piece.slot === null) return typeof piece === 'string' ? piece : ''
      const value = fillingOf(piece.slot, filling) ?? piece.instead
      if (value === null) missing.add(piece.slot)
      return value ?? ''
    })
    .join('')
    .trim()
  return missing.size > 0 ? { missing: [...missing] } : { text }
}

/** The first name that somebody's full name begins with, where the file has no column of its own; initials and titles are none. */
export const firstNameOf = (name: string | null): string | null => {
  const [first = '', second] = (name ?? '').trim().split(/\s+/)
  return second !== undefined &&
    /^\p{Lu}[\p{L}'’-]{1,30}$/u.test(first) &&
    !/^(?:m|mr|mme|mlle|mrs|ms|dr|me)\.?$/i.test(first)
    ? first
    : null
}
