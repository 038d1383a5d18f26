import type { Autonomy } from '#core/approval/approval-policy.ts'
import type { Language } from '#core/guard/guard-input.ts'
import { ANY } from '../charter.ts'
import type { Names } from '../clause.ts'
import { spellMoney } from './spell.ts'

const roles: Readonly<Record<Language, Readonly<Record<Autonomy['role'], string>>>> = {
  fr: {
    manager: 'Une personne responsable',
    validator: 'Une personne qui valide',
    agent: 'Une personne qui répond',
  },
  en: { manager: 'A manager', validator: 'Whoever validates', agent: 'Whoever answers' },
}

/** One line of autonomy, as one would say it to a newcomer (V1, G9). */
export const sayAutonomy = (row: Autonomy, { network }: Names, language: Language): string => {
  const { role, subject, connector, upToCents } = row
  const amount = upToCents === null ? null : spellMoney(upToCents, language)
  const who = roles[language][role]
  if (language === 'fr') {
    const what = subject === ANY ? 'de tout autre sujet' : `de « ${subject} »`
    const where = connector === ANY ? 'sur tous les réseaux' : `sur ${network(connector)}`
    return `${who} parle seule ${what}, ${where}, ${amount === null ? 'sans nommer de montant' : `jusqu’à ${amount}`}.`
  }
  const what = subject === ANY ? 'any other subject' : `“${subject}”`
  const where = connector === ANY ? 'every network' : network(connector)
  return `${who} may speak alone of ${what}, on ${where}, ${amount === null ? 'without naming an amount' : `up to ${amount}`}.`
}
