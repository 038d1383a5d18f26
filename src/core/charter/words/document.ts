import type { Language } from '#core/guard/guard-input.ts'
import type { Keeper } from '../clause.ts'

/** What the written agreement says around its clauses. */
export type DocumentWords = {
  readonly title: (brand: string) => string
  readonly version: (number: number) => string
  readonly inForce: (since: string) => string
  readonly replaced: (since: string) => string
  readonly draft: string
  readonly approvals: string
  readonly approved: (side: 'brand' | 'agency', name: string, on: string) => string
  readonly missing: (side: 'brand' | 'agency') => string
  readonly keeper: Readonly<Record<Keeper, string>>
  readonly rules: (codes: string) => string
  readonly off: (rule: string, name: string, since: string, reason: string) => string
  readonly page: (page: number, of: number) => string
  readonly drawnUp: (on: string) => string
}

const fr: DocumentWords = {
  title: (brand) => `Charte de réponse de ${brand}`,
  version: (number) => `Version ${number}`,
  inForce: (since) => `En vigueur depuis le ${since}`,
  replaced: (since) => `Entrée en vigueur le ${since}, remplacée depuis`,
  draft: 'Projet, pas encore en vigueur',
  approvals: 'Approbations',
  approved: (side, name, on) =>
    `${side === 'brand' ? 'Pour la marque' : 'Pour l’équipe ou l’agence qui répond'} : ${name}, le ${on}`,
  missing: (side) =>
    side === 'brand' ? 'Pour la marque : en attente' : 'Pour l’équipe ou l’agence qui répond : en attente',
  keeper: {
    guard: 'Relu par la garde, avant chaque envoi',
    clock: 'Compté par l’horloge du bureau',
    approval: 'Tenu par la validation',
    desk: 'Le bureau n’offre aucun moyen de faire autrement',
    people: 'Tenu par les personnes',
  },
  rules: (codes) => `règle ${codes}`,
  off: (rule, name, since, reason) => `Règle ${rule} éteinte par ${name} depuis le ${since} : ${reason}`,
  page: (page, of) => `${page} / ${of}`,
  drawnUp: (on) => `Document établi le ${on}`,
}

const en: DocumentWords = {
  title: (brand) => `${brand}: charter of answers`,
  version: (number) => `Version ${number}`,
  inForce: (since) => `In force since ${since}`,
  replaced: (since) => `Came into force on ${since}, replaced since`,
  draft: 'Draft, not in force yet',
  approvals: 'Approvals',
  approved: (side, name, on) =>
    `${side === 'brand' ? 'For the brand' : 'For the team or agency that answers'}: ${name}, on ${on}`,
  missing: (side) => (side === 'brand' ? 'For the brand: awaited' : 'For the team or agency that answers: awaited'),
  keeper: {
    guard: 'Read by the guard, before every reply leaves',
    clock: 'Counted by the desk’s clock',
    approval: 'Kept by validation',
    desk: 'The desk offers no way to do otherwise',
    people: 'Kept by people',
  },
  rules: (codes) => `rule ${codes}`,
  off: (rule, name, since, reason) => `Rule ${rule} switched off by ${name} since ${since}: ${reason}`,
  page: (page, of) => `${page} / ${of}`,
  drawnUp: (on) => `Drawn up on ${on}`,
}

export const documentWords: Readonly<Record<Language, DocumentWords>> = { fr, en }
