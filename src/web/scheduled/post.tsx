import { Link } from '@tanstack/react-router'
import type { ScheduledPostView } from '#contract/scheduled.ts'
import { workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { useAccounts, useDesk } from '../session/session.ts'
import { AccountMark } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { allow, disallow, letGo, move, takeBack } from './deeds.ts'
import { Flags } from './flags.tsx'
import { useWhen } from './use-scheduled.ts'
import { useScheduledWords } from './words.ts'

/** One text with an hour of its own: when it leaves, under whose name, what keeps it in, and what one can do about it (W1, C3, G5). */
export function ScheduledPost({ post, timeZone }: { post: ScheduledPostView; timeZone: string }) {
  const { w, f } = useSpeech()
  const s = useScheduledWords()
  const now = useNow()
  const say = useWhen(timeZone)
  const { account } = useAccounts()
  const { text, leavesAt, by, reading, asks, pausedBy, allowed, flags } = post
  const its = account(post.accountId)
  const when = say(leavesAt, now)
  const name = its ? w.composer.speaker(its.displayName, its.network) : ''
  const readers = reading?.by.map((one) => one.name) ?? []
  const standing =
    reading?.state === 'waiting'
      ? s.waits
      : reading?.state === 'over'
        ? s.readAgain
        : readers.length > 0 && s.readBy(f.list(readers))
  return (
    <li className="statement-post scheduled-post" style={its && { borderInlineStartColor: its.colour }}>
      <p className="scheduled-when">
        <time dateTime={new Date(leavesAt).toISOString()} className={asks ? 'late' : pausedBy.length > 0 ? 'soon' : ''}>
          {when}
        </time>
      </p>
      <p className="speaker">
        {its && <AccountMark name={its.displayName} colour={its.colour} url={its.avatarUrl} />}
        <b>{name}</b>
      </p>
      <p className="bubble-text" dir="auto">
        {text}
      </p>
      <p className="quiet small">
        {s.by(by.name)}
        {standing && <>, {standing}</>}.
      </p>
      {asks && (
        <p className="late small">
          {s.whys[asks.why]} {asks.rules.length > 0 && s.rules(f.list(asks.rules))}
        </p>
      )}
      {pausedBy.map(({ id, title }) => (
        <p key={id} className="soon small">
          {title === null ? s.pausedByStop : s.pausedBy(title)}
        </p>
      ))}
      {allowed.map((one) => (
        <p key={one.incidentId} className="quiet small">
          {s.allowed(one.title, one.by.name, f.moment(one.at, now))}
        </p>
      ))}
      <Flags flags={flags} />
      <Acts post={post} timeZone={timeZone} label={(act) => s.of(act, when, name)} />
    </li>
  )
}

/** A person's word is all that it needs; anything else must be mended first. */
const isForSomebody = ({ asks, reading }: ScheduledPostView): boolean =>
  asks !== null &&
  (['late', 'speech-stopped', 'incident-over', 'unfortunate'].includes(asks.why) ||
    (asks.why === 'not-read' && reading?.state === 'approved'))

/** What becomes of it: for its writer, or for whoever may read another's words; and for the cell, whether it leaves all the same. */
function Acts({
  post,
  timeZone,
  label,
}: {
  post: ScheduledPostView
  timeZone: string
  label: (act: string) => string
}) {
  const s = useScheduledWords()
  const { can, me } = useDesk()
  const now = useNow()
  const say = useWhen(timeZone)
  const mayTend = can('statement.give') && (post.by.id === me.id || can('approval.give'))
  const isHeld = post.pausedBy.some(({ kind }) => kind === 'incident')
  const isOpen = post.allowed.length > 0
  return (
    <p className="acts">
      {mayTend && post.asks && post.pausedBy.length === 0 && (
        <Button
          small
          look={isForSomebody(post) ? 'main' : 'plain'}
          aria-label={label(isForSomebody(post) ? s.letGo : s.tryAgain)}
          onPress={() => letGo(s, post)}
        >
          {isForSomebody(post) ? s.letGo : s.tryAgain}
        </Button>
      )}
      {isHeld && can('incident.lead') && (
        <Button small aria-label={label(s.allow)} onPress={() => allow(s, post)}>
          {s.allow}
        </Button>
      )}
      {isOpen && !isHeld && can('incident.lead') && (
        <Button small aria-label={label(s.disallow)} onPress={() => disallow(s, post)}>
          {s.disallow}
        </Button>
      )}
      {mayTend && (
        <>
          <Link
            to="/w/$workspace/statements/write"
            params={{ workspace: workspaceId() }}
            search={{ follows: post.statementId, ...(post.incidentId !== null && { incident: post.incidentId }) }}
            className="button small-button plain"
            aria-label={label(s.change)}
          >
            {s.change}
          </Link>
          <Button
            small
            aria-label={label(s.move)}
            onPress={() => move(s, post, { timeZone, now, when: (at) => say(at, now) })}
          >
            {s.move}
          </Button>
          <Button small aria-label={label(s.takeBack)} onPress={() => takeBack(s, post)}>
            {s.takeBack}
          </Button>
        </>
      )}
    </p>
  )
}
