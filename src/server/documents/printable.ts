/** A stretch of text that one font file can print. */
export type Run = { readonly text: string; readonly subset: 'latin' | 'latin-ext' }

const EXTENDED =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u02bd-\u02c5\u02c7-\u02cc\u1d00-\u1dbf\u1e00-\u1e9f\u1ef2-\u1eff\u20a0-\u20ab\u20ad-\u20c0]/
const LATIN =
  /[\n\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212]/

/** Signs that the fonts do not hold, by what stands closest. */
const nearest: Readonly<Record<string, string>> = {
  '\u202f': '\u00a0',
  '\u2009': '\u00a0',
  '\u2011': '-',
  '\u2010': '-',
  '\t': ' ',
}

/** What paper cannot show is marked rather than left out: nothing agreed goes missing in silence. */
export const printable = (text: string): string =>
  [...text.normalize('NFC')]
    .map((sign) => nearest[sign] ?? sign)
    .map((sign) => (EXTENDED.test(sign) || LATIN.test(sign) ? sign : '\u00bf'))
    .join('')

/** The text cut where the font file changes. */
export const runsOf = (text: string): Run[] => {
  const runs: { text: string; subset: Run['subset'] }[] = []
  for (const sign of printable(text)) {
    const subset = EXTENDED.test(sign) ? 'latin-ext' : 'latin'
    const last = runs.at(-1)
    if (last?.subset === subset) last.text += sign
    else runs.push({ text: sign, subset })
  }
  return runs.length === 0 ? [{ text: ' ', subset: 'latin' }] : runs
}
