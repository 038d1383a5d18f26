import { Fragment } from 'react'
import { useWords } from '../words/words.ts'

const LINK = /\bhttps?:\/\/[^\s<>"'«»]+[^\s<>"'«».,;:!?)\]}]/giu
/** Characters that change how a line reads without being seen: a way to make one handle look like another. */
const HIDDEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

const addressOf = (text: string): string | null => {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
  } catch {
    return null
  }
}

/** Someone's words, as text and nothing else: links are made by us, hidden characters are shown. */
export function LinkedText({ text }: { text: string }) {
  const parts: { at: number; text: string; href: string | null }[] = []
  let from = 0
  for (const match of text.matchAll(LINK)) {
    parts.push({ at: from, text: text.slice(from, match.index), href: null })
    parts.push({ at: match.index, text: match[0], href: addressOf(match[0]) })
    from = match.index + match[0].length
  }
  parts.push({ at: from, text: text.slice(from), href: null })
  return parts.map((part) =>
    part.href === null ? (
      <Revealed key={part.at} text={part.text} />
    ) : (
      <a key={part.at} href={part.href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {part.text}
      </a>
    ),
  )
}

function Revealed({ text }: { text: string }) {
  const w = useWords()
  if (text.search(HIDDEN) < 0) return text
  let from = 0
  const parts = [...text.matchAll(HIDDEN)].map((match) => {
    const before = text.slice(from, match.index)
    from = match.index + 1
    const code = match[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''
    return (
      <Fragment key={match.index}>
        {before}
        <span className="hidden-mark" title={w.thread.hidden(code)}>
          {`U+${code}`}
        </span>
      </Fragment>
    )
  })
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}
