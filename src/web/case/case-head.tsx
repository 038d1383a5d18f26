import {
  IconArrowLeft,
  IconChecks,
  IconClockPause,
  IconExternalLink,
  IconLayoutSidebarRight,
  IconUserPlus,
} from '@tabler/icons-react'
import type { CaseView } from '#contract/case-view.ts'
import type { InboxRow } from '#contract/inbox.ts'
import type { Account } from '#contract/shapes.ts'
import { useNow } from '../clock.ts'
import { useMoves } from '../inbox/desk-of-cases.tsx'
import { rowFuse } from '../inbox/fuse.ts'
import { useCommand } from '../keys/registry.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { shortName } from '../ui/short-name.ts'
import { useMedia } from '../ui/use-media.ts'
import { useSpeech } from '../words/words.ts'
import { askAssign, askResolve, assign, reopen, type Subject, snooze, wake } from './acts.ts'
import { askLabel } from './labels.ts'
import './case-head.css'

/** On a phone the case is the page, and its name the title. */
const useAlone = () => useMedia('(max-width: 720px)')

/** Who it is and where, how the promise stands in one sentence, and the deeds of the case. */
export function CaseHead({
  view,
  account,
  sideOpen,
  onSide,
}: {
  view: CaseView
  account: Account | undefined
  sideOpen: boolean
  onSide: (() => void) | null
}) {
  const { w } = useSpeech()
  const { open } = useMoves()
  const alone = useAlone()
  return (
    <header className="case-head">
      <Button look="quiet" icon={<IconArrowLeft />} aria-label={w.thread.back} onPress={() => open(undefined)} />
      <div className="case-who">
        <h2 aria-level={alone ? 1 : 2}>
          {view.author.displayName}{' '}
          <span className="case-where">
            {view.author.handle}
            {account && `, ${account.network}`}
          </span>
          {view.permalink !== null && (
            <a href={view.permalink} target="_blank" rel="noopener noreferrer" aria-label={w.thread.seeThere}>
              <IconExternalLink aria-hidden="true" size={15} />
            </a>
          )}
        </h2>
        <Standing view={view} />
      </div>
      <div className="case-acts">
        <Acts view={view} />
        {onSide !== null && (
          <Button
            icon={<IconLayoutSidebarRight />}
            aria-label={w.thread.details}
            aria-expanded={sideOpen}
            onPress={onSide}
          />
        )}
      </div>
    </header>
  )
}

/** « Late by 18 min. Sarah is reading too. » */
function Standing({ view }: { view: CaseView }) {
  const { w, f } = useSpeech()
  const now = useNow()
  const { me } = useDesk()
  const fuse = rowFuse(view, now)
  const parts = [
    view.owner === null
      ? w.thread.noOwner
      : view.owner.id === me.id
        ? w.thread.ownedByYou
        : w.thread.ownedBy(shortName(view.owner.name)),
    ...view.presences.map((p) =>
      p.doing === 'writing' ? w.thread.writes(shortName(p.member.name)) : w.thread.reads(shortName(p.member.name)),
    ),
  ]
  return (
    <p className="case-standing">
      {view.state === 'resolved' ? (
        <b>{w.thread.resolved(w.reasonOf(view.resolution))}</b>
      ) : view.snoozedUntil !== null && view.snoozedUntil > now ? (
        <b>{w.thread.snoozed(f.moment(view.snoozedUntil, now))}</b>
      ) : fuse === null ? (
        <b>{w.thread.waiting}</b>
      ) : (
        <b className={fuse.state}>
          {fuse.state === 'late' ? w.thread.lateBy(f.spell(fuse.minutes)) : w.thread.dueIn(f.spell(fuse.minutes))}
        </b>
      )}{' '}
      {parts.join(' ')}
    </p>
  )
}

function Acts({ view }: { view: CaseView }) {
  const { w } = useSpeech()
  const { can, me } = useDesk()
  const { moveOn } = useMoves()
  const may = can('case.work')
  const closed = view.state === 'resolved'
  const snoozed = view.snoozedUntil !== null && view.snoozedUntil > Date.now()
  const subject: Subject = { id: view.id, owner: view.owner, owed: view.dueAt !== null, dueAt: view.dueAt }
  const next = () => moveOn([view.id])
  const toAssign = () => void askAssign([subject])
  const toSnooze = () => void (snoozed ? wake(subject) : snooze([subject], next))
  const toResolve = () => void (closed ? reopen(subject) : askResolve([subject], next))

  useCommand('assign', toAssign, may)
  useCommand('take', () => void assign([subject], { id: me.id, name: me.name }), may && view.owner?.id !== me.id)
  useCommand('snooze', toSnooze, may && !closed)
  useCommand('resolve', toResolve, may)
  const read = view.messages.findLast((m) => m.reading !== null && m.deletedAt === null)
  const toCorrect = async () => {
    if (read === undefined || read.reading === null) return
    const { askCorrection } = await import('./correct-reading.ts')
    await askCorrection(view.id, read.id, read.reading)
  }
  useCommand('correctReading', () => void toCorrect(), may && read !== undefined)
  useCommand('label', () => void askLabel(view.id, view.labels), may)
  if (!may) return null
  return (
    <>
      <Button icon={<IconUserPlus />} aria-label={w.act.assign} onPress={toAssign} />
      {!closed && (
        <Button icon={<IconClockPause />} aria-label={snoozed ? w.act.wake : w.act.snooze} onPress={toSnooze} />
      )}
      <Button icon={<IconChecks />} command="resolve" onPress={toResolve}>
        {closed ? w.act.reopen : w.act.resolve}
      </Button>
    </>
  )
}

/** The same head while the case is being read, from what the row already knows. */
export function CaseHeadWaiting({ row }: { row: InboxRow | undefined }) {
  const { w } = useSpeech()
  const { open } = useMoves()
  const alone = useAlone()
  return (
    <header className="case-head">
      <Button look="quiet" icon={<IconArrowLeft />} aria-label={w.thread.back} onPress={() => open(undefined)} />
      <div className="case-who">
        <h2 aria-level={alone ? 1 : 2}>{row?.author.displayName ?? w.thread.label}</h2>
        <p className="case-standing">{row?.excerpt ?? ''}</p>
      </div>
    </header>
  )
}
