import { IconPaperclip } from '@tabler/icons-react'
import type { Attachment } from '#contract/shapes.ts'
import { useSpeech } from '../words/words.ts'

/** Only what the desk itself serves is shown: another host would learn who reads. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const { w, f } = useSpeech()
  if (attachments.length === 0) return null
  return (
    <div className="attachments">
      {attachments.map((item, place) => {
        const key = `${place} ${item.url ?? item.name ?? item.kind}`
        const name = item.name ?? w.thread.attachment[item.kind]
        if (item.kind === 'image' && item.url !== null)
          return (
            <a key={key} href={item.url} target="_blank" rel="noopener noreferrer">
              <img src={item.url} alt={item.alt || w.thread.noAlt} loading="lazy" />
            </a>
          )
        const said = item.size === undefined ? name : `${name}, ${f.size(item.size)}`
        return item.url === null ? (
          <span key={key} className="file quiet">
            <IconPaperclip aria-hidden="true" size={15} />
            {w.thread.onlyThere(said)}
          </span>
        ) : (
          <a key={key} className="file" href={item.url} download>
            <IconPaperclip aria-hidden="true" size={15} />
            {said}
          </a>
        )
      })}
    </div>
  )
}
