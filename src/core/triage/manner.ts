import { findContacts } from '#core/guard/reading/contact.ts'
import type { CutMessage } from './tokens.ts'

const CODE = /\b(?=[a-z-]{0,20}\d)(?=[\d-]{0,20}[a-z])[a-z\d]{1,20}(?:-[a-z\d]{1,20}){0,5}\b/g
const SHORTEST_CODE = 6
const STREET =
  /\b\d{1,4}(?: ?bis| ?ter)?,? (?:rue|r|avenue|av|bd|bld|boulevard|chemin|place|allee|impasse|quai|route|cours)\b|\b\d{1,4} [a-z]{2,20} (?:street|st|road|rd|lane|avenue|ave|close|drive|way|court|terrace|crescent)\b/
const BIRTH = /\bnee? le \d|\bborn (?:on )?\d|\bd\.?o\.?b\b|\bdate de naissance\b|\bdate of birth\b/
const NAME = /(?:^|[^.!?]\s)(?:\p{Lu}[\p{Ll}'-]{1,20}\s\p{Lu}[\p{Ll}'-]{1,20})\b/u
const TITLED = /\b(?:m|mr|mrs|ms|mme|mlle|madame|monsieur|dossier de|claim of|au nom de|in the name of|nom de)\.? [A-Z]/

/** What identifies a person or their file in a message, by its form. */
export const personalSigns = ({ source }: CutMessage): readonly string[] => {
  const { folded, plain } = source
  const read = folded.slice(0, 1500)
  const codes = read.match(CODE)?.filter((code) => code.length >= SHORTEST_CODE && /\d.*\d.*\d/.test(code)) ?? []
  return [
    ...new Set(findContacts(read).flatMap(({ kind }) => (kind === 'link' ? [] : [`contact ${kind}`]))),
    codes.length > 0 ? 'code' : '',
    STREET.test(read) ? 'street' : '',
    BIRTH.test(read) ? 'birth' : '',
    NAME.test(plain.slice(0, 1500)) ? 'name' : '',
    TITLED.test(plain.slice(0, 1500)) ? 'titled' : '',
  ].filter((sign) => sign !== '')
}

/** How a message is written, whatever it says. */
export const mannerOf = ({ source, tokens }: CutMessage): readonly string[] => {
  const { folded } = source
  const last = tokens.at(-1)?.word ?? ''
  const has = (word: string) => tokens.some((t) => t.word === word)
  const loud = tokens.filter((t) => t.loud).length
  const length = Math.min(7, Math.floor(Math.log2(1 + tokens.length)))
  return [
    `length ${length}`,
    has('?') || has('??') ? 'asks' : 'asks not',
    last.startsWith('?') ? 'ends asking' : '',
    last.startsWith('!') ? 'ends loud' : '',
    last === '…' ? 'ends open' : '',
    loud > 2 ? 'shouts' : loud > 0 ? 'raises the voice' : '',
    has('!!') ? 'insists' : '',
    has('(link)') ? 'link' : '',
    has('(number)') ? 'number' : '',
    folded.startsWith('rt ') ? 'passed on' : '',
    tokens[0]?.word === '(someone)' ? 'to somebody' : '',
    /\d/.test(folded) ? 'figures' : '',
    /[€$£]/.test(folded) ? 'money' : '',
  ].filter((sign) => sign !== '')
}
