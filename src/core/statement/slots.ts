import type { Language } from '#core/guard/guard-input.ts'

/** What a prepared text leaves open. It stands in double braces, which the guard holds in while one is left (A4). */
export type Slot = 'subject' | 'next' | 'contact' | 'name' | 'brand'

export const SLOTS: Readonly<Record<Language, Readonly<Record<Slot, string>>>> = {
  fr: { subject: 'sujet', next: 'prochain point', contact: 'contact', name: 'prénom', brand: 'marque' },
  en: { subject: 'subject', next: 'next update', contact: 'contact', name: 'first name', brand: 'brand' },
}

const SLOT = /\{\{\s*([^{}]{1,40}?)\s*\}\}/gu

const slotNamed = (name: string): Slot | null => {
  const wanted = name.toLowerCase()
  for (const names of Object.values(SLOTS))
    for (const [slot, said] of Object.entries(names)) if (said === wanted) return slot as Slot
  return null
}

/** The text with what is known in the place of its slots; what is not known stays open, to be filled by hand (C4). */
export const fillSlots = (text: string, known: Partial<Readonly<Record<Slot, string>>>): string =>
  text.replaceAll(SLOT, (open, name: string) => {
    const slot = slotNamed(name)
    return (slot === null ? undefined : known[slot]) ?? open
  })

/** What is still open, in the order of reading. */
export const openSlots = (text: string): string[] => [...text.matchAll(SLOT)].map(([, name = '']) => name)

/** Something for each slot, so that the words around them can be read by the guard before there is an incident. */
export const SAMPLES: Readonly<Record<Language, Readonly<Record<Slot, string>>>> = {
  fr: {
    ...{ subject: 'les livraisons de ce matin', next: '16 h', contact: 'bonjour@exemple.fr' },
    ...{ name: 'Aïcha', brand: 'Fleurs du Port' },
  },
  en: {
    ...{ subject: 'this morning’s deliveries', next: '4 pm', contact: 'hello@example.com' },
    ...{ name: 'Aïcha', brand: 'Fleurs du Port' },
  },
}
