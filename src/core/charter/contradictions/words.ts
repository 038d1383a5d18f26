import type { Charter } from '../charter.ts'
import type { Contradiction } from '../contradiction.ts'
import { folded, holdsWords } from '../same-words.ts'

const SAYS_TU = /\b(?:tu|toi|te|ton|ta|tes)\b|\bt'/
const SAYS_VOUS = /\b(?:vous|votre|vos)\b/

const findReserved = ({ reservedWords, tone }: Charter): Contradiction[] =>
  reservedWords.flatMap(({ words, instead }, at): Contradiction[] => {
    const liked = tone.likedWords.find((one) => holdsWords(one, words))
    const inInstead = reservedWords.find((other) => instead !== undefined && holdsWords(instead, other.words))
    return [
      ...(liked === undefined
        ? []
        : [{ code: 'word-reserved-and-liked', article: 'words', params: { word: words, liked } } as const]),
      ...(inInstead === undefined || instead === undefined
        ? []
        : [
            {
              code: 'replacement-reserved',
              article: 'words',
              params: { word: words, instead, reserved: inInstead.words },
            } as const,
          ]),
      ...(reservedWords.slice(0, at).some((earlier) => folded(earlier.words) === folded(words) && folded(words) !== '')
        ? [{ code: 'word-reserved-twice', article: 'words', params: { word: words } } as const]
        : []),
    ]
  })

const findAddress = ({ tone: { address, likedWords } }: Charter): Contradiction[] => {
  if (address === 'free') return []
  const against = address === 'vous' ? SAYS_TU : SAYS_VOUS
  return likedWords
    .filter((liked) => against.test(folded(liked)))
    .map((liked) => ({ code: 'liked-against-address', article: 'voice', params: { liked, address } }) as const)
}

const findNames = ({ competitors, otherBrands }: Charter, brandName: string): Contradiction[] => {
  const own = folded(brandName)
  const ours = new Set(otherBrands.map(folded))
  return [
    ...otherBrands
      .filter((name) => own !== '' && folded(name) === own)
      .map((name) => ({ code: 'own-brand-as-other', article: 'others', params: { name } }) as const),
    ...competitors
      .filter((name) => folded(name) !== '' && (folded(name) === own || ours.has(folded(name))))
      .map((name) => ({ code: 'competitor-and-own', article: 'others', params: { name } }) as const),
  ]
}

/** Words that the charter both likes and bans, and names that it both owns and fights (A4, G5, G9). */
export const findWordContradictions = (charter: Charter, brandName: string): Contradiction[] => [
  ...findReserved(charter),
  ...findAddress(charter),
  ...findNames(charter, brandName),
]
