import { readHtml } from './html-tokens.ts'

/** Elements that act, load or send; the first ones with all that they hold. */
const WHOLE = new Set([
  'script',
  'iframe',
  'object',
  'noembed',
  'noframes',
  'xmp',
  'title',
  'template',
  'svg',
  'math',
  'audio',
  'video',
])
const TAG = new Set([
  'embed',
  'applet',
  'form',
  'input',
  'button',
  'select',
  'option',
  'textarea',
  'meta',
  'base',
  'link',
  'frame',
  'frameset',
  'portal',
  'param',
  'noscript',
  'source',
  'track',
])

const HANDLER = /[\s/"']on[a-z]{2,40}\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)/gi
const DOCUMENT = /[\s/"'](srcdoc|formaction|ping|xlink:href)\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)/gi
const ACTIVE = /=\s*(["']?)[\s\p{Cc}]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:[^"'\s>]*/giu
const LONGEST_TAG = 200_000

/**
 * A page of mail without what could act. The browser cleans it again and shows it in a frame where nothing runs: this is the second wall,
 * not the only one.
 */
export const stripHtml = (html: string): string => {
  const kept: string[] = []
  let inside: { name: string; depth: number } | null = null
  for (const token of readHtml(html)) {
    if (inside !== null) {
      if (token.kind === 'tag' && token.name === inside.name) inside.depth += token.closing ? -1 : 1
      if (inside.depth <= 0) inside = null
      continue
    }
    if (token.kind === 'text') {
      kept.push(token.value)
      continue
    }
    const { name, closing, raw } = token
    if (WHOLE.has(name)) {
      if (!closing && !raw.endsWith('/>')) inside = { name, depth: 1 }
      continue
    }
    // A browser reads another name where more letters follow.
    const isPlain = /^<\/?[a-z0-9:-]+[\s/>]/i.test(raw)
    if (!isPlain || TAG.has(name) || name === 'style' || raw.length > LONGEST_TAG) continue
    kept.push(raw.replaceAll(HANDLER, ' ').replaceAll(DOCUMENT, ' ').replaceAll(ACTIVE, '=$1#'))
  }
  return kept.join('')
}
