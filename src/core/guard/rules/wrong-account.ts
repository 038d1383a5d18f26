import type { Found } from '../finding.ts'
import { fold } from '../reading/fold.ts'
import type { Rule } from '../rule.ts'

/** What many names share, so that it identifies none. */
const COMMON = new Set(
  'the of and de la le les du des et aux chez cie sa inc ltd city town mairie ville commune hotel bank banque studio radio'.split(
    ' ',
  ),
)
const SHORTEST = 4
const KEPT_PART = 0.7

const flat = (text: string) => fold(text).folded.replace(/[^a-z0-9]/g, '')

/** Whether a handle or an address can be the brand's: it carries the name, most of one of its own words, or its initials (G5). */
export const canBeOf = (brand: string, account: string): boolean => {
  const shown = flat(account)
  const words = fold(brand)
    .folded.split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const whole = words.join('')
  if (shown === '' || whole === '' || shown.includes(whole) || whole.includes(shown)) return true
  const own = words.filter((word) => word.length >= 3 && !COMMON.has(word))
  if (own.some((word) => shown.includes(word.slice(0, Math.max(SHORTEST, Math.ceil(word.length * KEPT_PART))))))
    return true
  return [words, own].some((list) => {
    const initials = list.map((word) => word.charAt(0)).join('')
    return initials.length >= 2 && (shown.startsWith(initials) || shown.endsWith(initials))
  })
}

/** The brand and a person, or two brands, never share a voice: the account in use is the brand's, and the one shown when the draft was begun (G5). */
export const wrongAccount: Rule = {
  code: 'G5',
  doctrine: 'G5',
  sentence: "Never post from the wrong account: the brand's and a person's own accounts never share a tool.",
  appliesTo: () => true,
  find: ({ input: { text, brand, begunAs } }): readonly Found[] => {
    const whole = { severity: 'block', start: 0, end: text.length, fixes: [] } as const
    if (begunAs !== undefined && begunAs !== brand.account)
      return [{ code: 'account-changed', params: { account: brand.account, begunAs }, ...whole }]
    return (brand.ownAccounts?.includes(brand.account) ?? canBeOf(brand.name, brand.account))
      ? []
      : [{ code: 'not-the-brands-account', params: { account: brand.account, brand: brand.name }, ...whole }]
  },
}
