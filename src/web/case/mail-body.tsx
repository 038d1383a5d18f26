import DOMPurify from 'dompurify'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'

/** What a mail may keep of its form: structure and links. No style, no script, no picture of another host, nothing that asks for anything. */
const KEPT = {
  ALLOWED_TAGS: [
    'a',
    'abbr',
    'b',
    'blockquote',
    'br',
    'caption',
    'code',
    'dd',
    'del',
    'div',
    'dl',
    'dt',
    'em',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
    'ins',
    'li',
    'ol',
    'p',
    'pre',
    'q',
    's',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
    'u',
    'ul',
  ],
  ALLOWED_ATTR: ['href', 'title', 'alt', 'colspan', 'rowspan', 'dir', 'lang', 'start'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
}

const purify = DOMPurify()
let leftOut = 0
purify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return
  const href = node.getAttribute('href') ?? ''
  if (!/^(https?|mailto):/i.test(href)) node.removeAttribute('href')
  node.setAttribute('target', '_blank')
  node.setAttribute('rel', 'noopener noreferrer nofollow')
})
purify.addHook('uponSanitizeElement', (_node, data) => {
  // A picture of another host would tell its sender that the mail is read; those that came with the mail stand under it.
  if (data.tagName === 'img') leftOut += 1
})

/** The page's policy takes no style, inline or fetched from a frame without origin: the oldest attributes of HTML do. */
const frame = (html: string, dark: boolean) =>
  `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="${dark ? 'dark' : 'light'}"><base target="_blank"><body><font face="system-ui, sans-serif" size="2">${html}</font>`

type Policy = { createHTML: (html: string) => string }
const makePolicy = (): Policy => {
  const make = (dirty: string) => {
    leftOut = 0
    const dark =
      getComputedStyle(document.body).colorScheme === 'dark' || document.documentElement.dataset.theme === 'dark'
    return frame(purify.sanitize(dirty, KEPT), dark)
  }
  const types = (globalThis as { trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy } })
    .trustedTypes
  return types?.createPolicy('vigie-mail', { createHTML: make }) ?? { createHTML: make }
}
let policy: Policy | undefined

/** The frame cannot be measured from outside: a short mail gets a low one, a long one scrolls. */
const heightFor = (text: string): number => {
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 70), 0)
  return Math.min(420, 48 + lines * 22)
}

/** The form of a mail, in a frame that has no script, no origin and no way out. */
export function MailBody({ html, text }: { html: string; text: string }) {
  const w = useWords()
  const place = useRef<HTMLIFrameElement>(null)
  const [blocked, setBlocked] = useState(0)
  useEffect(() => {
    if (place.current === null) return
    policy ??= makePolicy()
    place.current.srcdoc = policy.createHTML(html)
    setBlocked(leftOut)
  }, [html])
  return (
    <>
      {blocked > 0 && <p className="small quiet">{w.thread.imagesLeftOut(blocked)}</p>}
      <iframe
        ref={place}
        className="mail-frame"
        style={{ height: heightFor(text) }}
        title={w.thread.mailFrame}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
      />
    </>
  )
}
