import { IconExternalLink, IconLock } from '@tabler/icons-react'
import { lazy, memo, Suspense, useState } from 'react'
import type { MessageView } from '#contract/case-view.ts'
import { useNow } from '../clock.ts'
import { Button } from '../ui/button.tsx'
import { LinkedText } from '../ui/linked-text.tsx'
import { useSpeech } from '../words/words.ts'
import { Attachments } from './attachments.tsx'
import { ContextPosts } from './context-post.tsx'
import './message.css'

const MessageActs = lazy(() => import('../moderation/message-acts.tsx').then((m) => ({ default: m.MessageActs })))
const Reading = lazy(() => import('./reading.tsx').then((m) => ({ default: m.Reading })))
const MailBody = lazy(() => import('./mail-body.tsx').then((m) => ({ default: m.MailBody })))

/** One message as it was said: by whom, when, before whom, and what became of it since. */
export const Message = memo(function Message({
  message,
  brand,
  caseId,
}: {
  message: MessageView
  brand: string
  /** Where the message is looked at in its case; an approver only reads it. */
  caseId?: string
}) {
  const { w } = useSpeech()
  const out = message.direction === 'out'
  const name = out
    ? message.member === null
      ? brand
      : w.thread.brandBy(brand, message.member.name)
    : message.author?.displayName
  return (
    <article
      className={`bubble ${out ? 'out' : 'in'} ${message.audience}`}
      aria-label={out ? w.thread.ours : w.thread.theirs}
    >
      <ContextPosts title={w.thread.above} posts={message.above} />
      <header className="bubble-head">
        <b>{name}</b>
        <When message={message} />
        {message.outsideDesk && <span className="bubble-flag soon">{w.thread.outside}</span>}
        {message.audience === 'public' && caseId !== undefined && (
          <Suspense>
            <MessageActs caseId={caseId} message={message} />
          </Suspense>
        )}
      </header>
      {message.deletedAt === null ? <Body message={message} /> : <p className="quiet">{w.thread.deleted}</p>}
      {message.reading !== null && message.deletedAt === null && caseId !== undefined && (
        <Suspense>
          <Reading caseId={caseId} messageId={message.id} reading={message.reading} />
        </Suspense>
      )}
      {message.quoted !== null && <ContextPosts title={w.thread.quoted} posts={[message.quoted]} />}
      <Attachments attachments={message.attachments} />
      <Versions message={message} />
    </article>
  )
})

function When({ message }: { message: MessageView }) {
  const { w, f } = useSpeech()
  const now = useNow()
  return (
    <span className="bubble-when">
      <time dateTime={new Date(message.sentAt).toISOString()} title={f.moment(message.sentAt, now)}>
        {f.ago(message.sentAt, now)}
      </time>
      {', '}
      {message.audience === 'private' && <IconLock aria-hidden="true" size={12} />}
      {w.thread.audience[message.audience]}
      {message.permalink !== null && (
        <a href={message.permalink} target="_blank" rel="noopener noreferrer" aria-label={w.thread.seeThere}>
          <IconExternalLink aria-hidden="true" size={14} />
        </a>
      )}
    </span>
  )
}

function Body({ message }: { message: MessageView }) {
  const { w } = useSpeech()
  const [formatted, setFormatted] = useState(false)
  return (
    <>
      {message.subject !== null && <p className="bubble-subject">{message.subject}</p>}
      {formatted && message.html !== null ? (
        <Suspense>
          <MailBody html={message.html} text={message.text} />
        </Suspense>
      ) : (
        <p className="bubble-text" dir="auto">
          <LinkedText text={message.text} />
        </p>
      )}
      {message.html !== null && (
        <Button look="link" small onPress={() => setFormatted(!formatted)}>
          {formatted ? w.thread.asText : w.thread.asMail}
        </Button>
      )}
    </>
  )
}

/** What the author wrote before changing it: every version is kept (D2). */
function Versions({ message }: { message: MessageView }) {
  const { w, f } = useSpeech()
  const [open, setOpen] = useState(false)
  const now = useNow()
  const older = message.versions.filter((v) => v.text !== message.text || message.deletedAt !== null)
  if (older.length === 0) return null
  return (
    <div className="versions">
      <Button look="link" small aria-expanded={open} onPress={() => setOpen(!open)}>
        {message.deletedAt === null ? w.thread.edited(older.length) : w.thread.whatItSaid}
      </Button>
      {open && (
        <ol>
          {older.map((v) => (
            <li key={v.version}>
              <span className="quiet small">{f.moment(v.seenAt, now)}</span>
              <p dir="auto">{v.text}</p>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
