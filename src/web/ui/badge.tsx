import './badge.css'

const initialsOf = (name: string) => {
  const words = name
    .replace(/^@/, '')
    .split(/[\s._-]+/)
    .filter(Boolean)
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase() || '?'
}

/** A face: the kept picture when the desk has one, else initials. A picture on another host is never fetched: it would tell who reads. */
export function Face({ name, url, size = 28 }: { name: string; url?: string | null; size?: number }) {
  const own = url?.startsWith('/') ? url : null
  return (
    <span className="face" style={{ width: size, height: size }} aria-hidden="true">
      {own === null ? initialsOf(name) : <img src={own} alt="" width={size} height={size} loading="lazy" />}
    </span>
  )
}

/** A brand's account: its initial on its own colour, the same wherever the account speaks (G5). */
export function AccountMark({
  name,
  colour,
  url,
  size = 24,
}: {
  name: string
  colour: string
  url?: string | null
  size?: number
}) {
  const own = url?.startsWith('/') ? url : null
  return (
    <span className="account-mark" style={{ width: size, height: size, background: colour }} aria-hidden="true">
      {own === null ? initialsOf(name).slice(0, 1) : <img src={own} alt="" width={size} height={size} />}
    </span>
  )
}

export function LabelMark({ name, colour }: { name: string; colour: string }) {
  return (
    <span className="label-mark">
      <i style={{ background: colour }} aria-hidden="true" />
      {name}
    </span>
  )
}
