import DOMPurify from 'dompurify'
import { useEffect, useRef, useState } from 'react'
import type { Attachment } from '#contract/shapes.ts'
import { useWords } from '../words/words.ts'
import mailStyle from './mail-body-frame.css?url'

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
    'img',
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
  ALLOWED_ATTR: ['href', 'title', 'alt', 'colspan', 'rowspan', 'dir', 'lang', 'start', 'src'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
}

const purify = DOMPurify()
let leftOut = 0
purify.addHook('uponSanitizeAttribute', (_node, data) => {
  if (data.attrName === 'src') {
    // Only the desk's own kept copies are shown; any other address would tell the sender that the mail is read.
    data.keepAttr = data.attrValue.startsWith('/api/w/')
    if (!data.keepAttr) leftOut += 1
  }
})
purify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'IMG' && !node.hasAttribute('src')) node.remove()
  if (node.tagName === 'A') {
    const href = node.getAttribute('href') ?? ''
    if (!/^(https?|mailto):/i.test(href)) node.removeAttribute('href')
    node.setAttribute('target', '_blank')
    node.setAttribute('rel', 'noopener noreferrer nofollow')
  }
})

const frame = (html: string, dark: boolean) =>
  `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="${dark ? 'dark' : 'light'}"><base target="_blank"><link rel="stylesheet" href="${mailStyle}"><body>${html}`

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

/** The form of a mail, in a frame that has no script, no origin and no way out. */
export function MailBody({ html, attachments: _ }: { html: string; attachments: readonly Attachment[] }) {
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
        title={w.thread.mailFrame}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
      />
    </>
  )
}
