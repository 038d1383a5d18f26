import { IconLock, IconPencil, IconSend2, IconZzz } from '@tabler/icons-react'
import { memo } from 'react'
import type { InboxRow } from '#contract/inbox.ts'
import type { Account } from '#contract/shapes.ts'
import { useNow } from '../clock.ts'
import { Face, LabelMark } from '../ui/badge.tsx'
import { shortName } from '../ui/short-name.ts'
import { type Speech, useSpeech } from '../words/words.ts'
import { rowFuse } from './fuse.ts'
import type { Queue } from './queue.ts'
import { useLeaving, useRow } from './queues.ts'
import './row.css'

type Props = {
  queue: Queue
  id: string
  place: number
  count: number
  open: boolean
  checked: boolean
  meId: string
  accounts: readonly Account[]
}

/** One case in the queue: who, where, how long is left of the promise, the first words, and who is on it. */
export const Row = memo(function Row({ queue, id, place, count, open, checked, meId, accounts }: Props) {
  const speech = useSpeech()
  const row = useRow(queue, id)
  const leaving = useLeaving(queue, id)
  if (row === undefined) return null
  return (
    <div
      id={`case-${id}`}
      data-case={id}
      role="option"
      tabIndex={-1}
      aria-selected={open || checked}
      aria-current={open ? 'true' : undefined}
      aria-posinset={place + 1}
      aria-setsize={count}
      className={`row${open ? ' open' : ''}${checked ? ' checked' : ''}${leaving ? ' leaving' : ''}`}
    >
      <span className="row-line">
        <span className="row-who">
          <b>{row.author.displayName}</b>
          <span className="row-where">{accounts.find((account) => account.id === row.accountId)?.network}</span>
          {row.audience === 'private' && (
            <span className="row-private">
              <IconLock aria-hidden="true" size={13} />
              {speech.w.inbox.private}
            </span>
          )}
        </span>
        <Burning row={row} leaving={leaving} />
      </span>
      <span className="row-line">
        <span className="row-text">{row.excerpt}</span>
        <RowMarks row={row} meId={meId} speech={speech} />
      </span>
    </div>
  )
})

/** The fuse and its figure; only this part follows the clock. */
function Burning({ row, leaving }: { row: InboxRow; leaving: boolean }) {
  const { w, f } = useSpeech()
  const now = useNow()
  const fuse = rowFuse(row, now)
  if (leaving) return <span className="row-time quiet">{w.inbox.leaving}</span>
  if (row.snoozedUntil !== null && row.snoozedUntil > now)
    return (
      <span className="row-time quiet">
        <IconZzz aria-hidden="true" size={13} /> {f.moment(row.snoozedUntil, now)}
      </span>
    )
  if (fuse === null)
    return <span className="row-time quiet">{row.lastInAt === null ? '' : f.moment(row.lastInAt, now)}</span>
  return (
    <>
      <span className={`fuse ${fuse.state}`} aria-hidden="true">
        <i style={{ height: fuse.state === 'late' ? '100%' : `${Math.max(4, fuse.share * 100)}%` }} />
      </span>
      <span className={`row-time ${fuse.state}`}>
        <span className="unseen">{fuse.state === 'late' ? w.inbox.lateBy : w.inbox.dueIn} </span>
        {fuse.state === 'late' && <span aria-hidden="true">−</span>}
        {f.spell(fuse.minutes)}
      </span>
    </>
  )
}

function RowMarks({ row, meId, speech: { w } }: { row: InboxRow; meId: string; speech: Speech }) {
  const writing = row.presences.find((p) => p.doing === 'writing' && p.member.id !== meId)
  const reading = row.presences.find((p) => p.doing === 'reading' && p.member.id !== meId)
  const seen = writing ?? reading
  return (
    <span className="row-marks">
      {row.delivery !== null && (
        <span className={`row-delivery ${row.delivery}`}>
          <IconSend2 aria-hidden="true" size={13} />
          {w.inbox.delivery[row.delivery]}
        </span>
      )}
      {row.labels.slice(0, 1).map((label) => (
        <LabelMark key={label.id} name={label.name} colour={label.colour} />
      ))}
      {seen && (
        <span className={writing ? 'row-presence writing' : 'row-presence'}>
          {writing && <IconPencil aria-hidden="true" size={13} />}
          {writing ? w.inbox.writes(shortName(seen.member.name)) : w.inbox.reads(shortName(seen.member.name))}
        </span>
      )}
      {row.owner !== null && (
        <span title={w.inbox.ownedBy(row.owner.name)}>
          <Face name={row.owner.name} size={18} />
          <span className="unseen">{w.inbox.ownedBy(row.owner.name)}</span>
        </span>
      )}
    </span>
  )
}
