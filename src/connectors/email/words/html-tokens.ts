/** A piece of a page: words, or one tag as it was written. */
export type Token = { kind: 'text'; value: string } | { kind: 'tag'; name: string; closing: boolean; raw: string }

/** What is inside these is no words, and cannot hold a tag. */
const OPAQUE = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes'])

/** Where a tag that begins at `from` ends: after its closing bracket, outside quotes. */
const endOfTag = (html: string, from: number): number => {
  let quote = ''
  for (let at = from + 1; at < html.length; at++) {
    const letter = html.charAt(at)
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '>') return at + 1
    else if ((letter === '"' || letter === "'") && html.charAt(at - 1) === '=') quote = letter
  }
  return -1
}

/** Cuts a page into words and tags, in one pass, whatever it holds. Comments are left out. */
export function* readHtml(html: string): Iterable<Token> {
  const lower = html.toLowerCase()
  // Case folding may change the length of a few letters: then places do not agree, and the page is read as it is.
  const folded = lower.length === html.length ? lower : html
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) return yield { kind: 'text', value: html.slice(at) }
    if (open > at) yield { kind: 'text', value: html.slice(at, open) }
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const named = /^<(\/?)([a-z][a-z0-9:-]{0,40})/i.exec(html.slice(open, open + 50))
    if (named === null && !/^<[!?/]/.test(html.slice(open, open + 2))) {
      yield { kind: 'text', value: '<' }
      at = open + 1
      continue
    }
    const end = endOfTag(html, open)
    if (end < 0) return
    at = end
    if (named === null) continue
    const name = (named[2] ?? '').toLowerCase()
    const closing = named[1] === '/'
    yield { kind: 'tag', name, closing, raw: html.slice(open, end) }
    if (closing || !OPAQUE.has(name)) continue
    const close = folded.indexOf(`</${name}`, at)
    if (name === 'textarea') yield { kind: 'text', value: html.slice(at, close < 0 ? html.length : close) }
    at = close < 0 ? html.length : close
  }
}
