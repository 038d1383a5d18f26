const THIN = '\u202f'
const HARD = '\u00a0'

/** French spacing, put in once for all: thin before « ; ! ? » and inside quotes, hard before a colon and between a figure and its unit. */
export const typesetFrench = (text: string): string =>
  text
    .replace(/ ([;!?»])/g, `${THIN}$1`)
    .replace(/« /g, `«${THIN}`)
    .replace(/ :/g, `${HARD}:`)
    .replace(/(\d) (?=(?:h|min|s|j|%|€|ko|Mo)(?![\p{L}\p{N}]))/gu, `$1${HARD}`)
    .replace(/(\d\u00a0[hj]) (?=\d)/gu, `$1${HARD}`)
