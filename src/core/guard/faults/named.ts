import { fold } from '../reading/fold.ts'
import { onceForEach } from '../reading/once.ts'
import type { PreparedDraft } from '../reading/prepare.ts'
import type { Stretch } from '../reading/segment.ts'

const SHORTEST = 3
const partsOf = (name: string): ReadonlySet<string> =>
  new Set(
    fold(name)
      .folded.match(/[a-z0-9]+/g)
      ?.filter((part) => part.length >= SHORTEST),
  )

const ownNames = onceForEach(({ input: { brand } }: PreparedDraft) => ({
  brand: partsOf(brand.name),
  city: partsOf(brand.city ?? ''),
}))

/** What is written with a capital by everybody. */
const NO_NAME = new Set(
  'je i bonjour hello hi bonsoir merci thanks mp dm sms mail sav tv monsieur madame mr mrs ms mme ok internet'.split(
    ' ',
  ),
)
const WORD = /[a-z0-9]+'?|[%€$£!?]|\p{Extended_Pictographic}/gu

export const NAMES = ['BRAND', 'CITY', 'NAME', 'NUMBER'] as const
const isName = (token: string): boolean => (NAMES as readonly string[]).includes(token)

const tokenOf = (word: string, isCapital: boolean, own: ReturnType<typeof ownNames>): string => {
  if (own.city.has(word)) return 'CITY'
  if (own.brand.has(word)) return 'BRAND'
  if (isCapital && word.length > 1 && !NO_NAME.has(word)) return 'NAME'
  return /^\d+$/.test(word) ? 'NUMBER' : word
}

/**
 * The words of a sentence with the brand, its town, other names and numbers said by their kind: « chez Bricoval » in the words of another
 * house is told by the place of the name, not by the name (G5, G6, G9).
 */
export const namedTokens = (draft: PreparedDraft, { start, end }: Stretch): readonly string[] => {
  const own = ownNames(draft)
  const tokens: string[] = []
  for (const { 0: word, index } of draft.folded.slice(start, end).matchAll(WORD)) {
    const letter = draft.plain[start + index] ?? ''
    const token = tokenOf(word, tokens.length > 0 && letter !== letter.toLowerCase(), own)
    if (!isName(token) || tokens.at(-1) !== token) tokens.push(token)
  }
  return tokens
}

/** Where the names stand among the tokens. */
export const placesOfNames = (tokens: readonly string[]): readonly number[] =>
  tokens.flatMap((token, i) => (isName(token) ? [i] : []))
