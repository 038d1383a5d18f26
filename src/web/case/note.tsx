import { IconNote } from '@tabler/icons-react'
import { Fragment, memo } from 'react'
import type { NoteView } from '#contract/case-view.ts'
import { useNow } from '../clock.ts'
import { useSpeech } from '../words/words.ts'

/** The names told by `@Name`, made to stand out. */
const withMentions = (text: string, names: readonly string[]) => {
  const known = names.flatMap((name) => [name, name.split(' ')[0] ?? name]).sort((a, b) => b.length - a.length)
  const pattern = known.map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  if (pattern === '') return text
  let from = 0
  const parts = [...text.matchAll(new RegExp(`@(?:${pattern})`, 'giu'))].map((match) => {
    const before = text.slice(from, match.index)
    from = match.index + match[0].length
    return (
      <Fragment key={match.index}>
        {before}
        <mark>{match[0]}</mark>
      </Fragment>
    )
  })
  return [...parts, text.slice(from)]
}

/** A note among colleagues: it never leaves the desk. */
export const Note = memo(function Note({ note }: { note: NoteView }) {
  const { w, f } = useSpeech()
  const now = useNow()
  return (
    <article className="note-card" aria-label={w.thread.note}>
      <header>
        <IconNote aria-hidden="true" size={14} />
        <span>{w.thread.noteBy(note.by.name, f.ago(note.createdAt, now))}</span>
      </header>
      <p dir="auto">
        {withMentions(
          note.text,
          note.mentions.map((m) => m.name),
        )}
      </p>
    </article>
  )
})
