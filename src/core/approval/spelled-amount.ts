const FRENCH = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  nonante: 90,
}
const ENGLISH = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const VALUES = new Map<string, number>(Object.entries({ ...FRENCH, ...ENGLISH }))
const HUNDRED = new Set(['cent', 'cents', 'hundred'])
const THOUSAND = new Set(['mille', 'thousand'])

const WORD = [...VALUES.keys(), ...HUNDRED, ...THOUSAND, 'et', 'and', 'a'].join('|')
const SPELLED = new RegExp(
  `\\b((?:(?:${WORD})[ -]+){1,9})(?:d')?(?:euros?|dollars?|bucks?|pounds?|quid|livres? sterling|francs?)\\b`,
  'g',
)

/** « quatre-vingt-dix » is 4, then 20 of them, then 10. */
const sumOf = (words: readonly string[]): number => {
  let [total, part, last] = [0, 0, 0]
  for (const word of words) {
    const value = VALUES.get(word) ?? 0
    if (HUNDRED.has(word)) part = Math.max(1, part) * 100
    else if (THOUSAND.has(word)) [total, part] = [total + Math.max(1, part) * 1_000, 0]
    else part += value === 20 && last === 4 ? 76 : value
    last = value
  }
  return total + part
}

/** Sums written in words before the name of a currency, in whole units: « vingt euros », "two hundred pounds". Reads folded text. */
export const spelledAmount = (folded: string): number[] =>
  [...folded.matchAll(SPELLED)].map((found) => sumOf((found[1] ?? '').split(/[ -]+/))).filter((units) => units > 0)
