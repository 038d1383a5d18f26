import { decodeEntities } from './entities.ts'
import { readHtml } from './html-tokens.ts'

const LINES = new Set([
  'br',
  'div',
  'tr',
  'table',
  'section',
  'article',
  'header',
  'footer',
  'dd',
  'dt',
  'hr',
  'center',
  'form',
  'ul',
  'ol',
])
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre'])
const MOST = 450_000

const hrefOf = (raw: string): string | null => {
  const found = /\shref\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s>]{1,2000}))/i.exec(raw.slice(0, 4000))
  const href = decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim()
  return /^https?:\/\//i.test(href) ? href : null
}

const altOf = (raw: string): string =>
  decodeEntities(/\salt\s*=\s*(?:"([^"]{1,300})"|'([^']{1,300})')/i.exec(raw.slice(0, 4000))?.slice(1).join('') ?? '')

/** The words of a page as one reads them: lines, links with their address, quoted history behind « > ». */
export const htmlToText = (html: string): string => {
  const lines: string[] = []
  let line = ''
  let depth = 0
  let size = 0
  let link: { href: string; words: string } | null = null
  const breakLine = (): void => {
    const words = line.replaceAll(/[\t\n\r\f ]+/g, ' ').trim()
    const last = lines.at(-1)
    if (words !== '' || (last !== undefined && last.replaceAll('>', '').trim() !== '')) {
      lines.push(depth > 0 ? `${'>'.repeat(Math.min(depth, 5))} ${words}`.trimEnd() : words)
    }
    line = ''
  }
  for (const token of readHtml(html)) {
    if (size > MOST) break
    if (token.kind === 'text') {
      const words = decodeEntities(token.value)
      size += words.length
      line += words
      if (link !== null) link.words += words
      continue
    }
    const { name, closing, raw } = token
    if (LINES.has(name) || PARAGRAPHS.has(name)) {
      if (line.trim() !== '' || name === 'br') breakLine()
      if (PARAGRAPHS.has(name) && lines.at(-1) !== '' && lines.length > 0) breakLine()
    }
    if (name === 'blockquote') depth = Math.max(0, depth + (closing ? -1 : 1))
    else if (name === 'li' && !closing) {
      if (line.trim() !== '') breakLine()
      line = '• '
    } else if ((name === 'td' || name === 'th') && closing) line += ' '
    else if (name === 'img') line += altOf(raw)
    else if (name === 'a') {
      if (link !== null && closing && !link.words.includes(link.href) && link.words.trim() !== '')
        line += ` (${link.href})`
      const href = closing ? null : hrefOf(raw)
      link = href === null ? null : { href, words: '' }
    }
  }
  breakLine()
  while (lines.length > 0 && lines.at(-1)?.replaceAll('>', '').trim() === '') lines.pop()
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, MOST)
    .toWellFormed()
}
