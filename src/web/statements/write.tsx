import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { ScheduledView } from '#contract/scheduled.ts'
import type { StatementDeskView, StatementView } from '#contract/statements.ts'
import type { GuardInput } from '#core/guard/guard-input.ts'
import { keyOf } from '#core/scheduled/flag.ts'
import { onTheWall } from '#core/scheduled/wall-moment.ts'
import { isOffered } from '#core/statement/moment.ts'
import { api, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { keepsIn } from '../guard/severity.ts'
import { GuardStanding } from '../guard/standing.tsx'
import { useReadings } from '../guard/use-readings.ts'
import { useCommand } from '../keys/registry.ts'
import { useScheduled, useWhen } from '../scheduled/use-scheduled.ts'
import { useUnfortunate } from '../scheduled/use-unfortunate.ts'
import { AT_ONCE, type Chosen, leavesAtOf, WhenFields } from '../scheduled/when-fields.tsx'
import { useScheduledWords } from '../scheduled/words.ts'
import { useAccounts } from '../session/session.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextArea, TextField } from '../ui/field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { AccountText } from './account-text.tsx'
import { factsForEverybody } from './guard-input.ts'
import { dropUnfinished, throwAway, useKeepUnfinished } from './keep-unfinished.ts'
import { adapt, asPlanned, comeBack, nextMoment, type Texts, textFor } from './texts.ts'
import type { Unfinished } from './unfinished.ts'
import { refreshStatements, usePrepared, useStatementDesk, useStatements } from './use-statements.ts'
import { useStatementWords } from './words.ts'
import '../scheduled/scheduled.css'
import './statements.css'

type Search = { incident?: string; follows?: string; prepared?: string }

/** What does the brand say to everybody, on each of its accounts, and under whose name (C1, C3, G5)? */
export function WriteStatement() {
  const s = useStatementWords()
  const search: Search = useSearch({ from: '/w/$workspace/statements/write' })
  const { incident, follows } = search
  const desk = useStatementDesk({ ...(incident && { incident }), ...(follows && { follows }) })
  const { prepared, isPending } = usePrepared()
  const { statements, isPending: isListing } = useStatements(incident)
  const view = useScheduled()
  const [thrown, setThrown] = useState<number | null>(null)
  const title = follows === undefined ? s.write.title : s.write.next
  if (desk === undefined || view === undefined || isPending || isListing)
    return (
      <Page title={title} answer={'\u00a0'}>
        <Skeleton rows={3} tall />
      </Page>
    )
  const earlier = statements.find(({ id }) => id === follows)
  const draft = desk.draft?.keptAt === thrown ? null : desk.draft
  return (
    <Writing
      key={`${incident} ${follows} ${thrown}`}
      {...{ desk, view, prepared, search, title, earlier, draft }}
      onThrown={setThrown}
    />
  )
}

/** Changed as it stands: no account joins what is planned by accident. */
const leftOutOf = (accounts: StatementDeskView['accounts'], live: ScheduledView['posts']): ReadonlySet<string> =>
  new Set(
    live.length === 0 ? [] : accounts.flatMap(({ id }) => (live.some(({ accountId }) => accountId === id) ? [] : [id])),
  )

const notOn = (accounts: StatementDeskView['accounts'], on: readonly string[]): string[] =>
  accounts.flatMap(({ id }) => (on.includes(id) ? [] : [id]))

/** The page as it is kept: whoever comes back finds it so. */
const unfinished = ({
  texts,
  chosen,
  from,
  nextAt,
  when,
}: {
  texts: Texts
  chosen: StatementDeskView['accounts']
  from: string
  nextAt: string
  when: Chosen
}): Unfinished['words'] => ({
  ...{ common: texts.common, own: { ...texts.own }, on: chosen.map(({ id }) => id) },
  ...{ preparedId: from === '' ? null : from, nextAt, when },
})

/** The hour that was chosen before, while it is still to come. */
const plannedFor = (
  earlier: StatementView | undefined,
  live: ScheduledView['posts'],
  timeZone: string,
  now: number,
): Chosen => {
  const hours = [
    ...live.map((post) => post.leavesAt),
    ...(earlier?.posts ?? []).map(({ asked }) => asked?.leavesAt ?? 0),
  ]
  const at = hours.find((hour) => hour > now)
  return at === undefined ? { ...AT_ONCE, later: live.length > 0 } : { later: true, ...onTheWall(timeZone, at) }
}

const two = (n: number) => String(n).padStart(2, '0')
const hoursOf = (at: number): string => `${two(new Date(at).getHours())}:${two(new Date(at).getMinutes())}`

function Writing({
  desk,
  view,
  prepared,
  search,
  title,
  earlier,
  draft: kept,
  onThrown,
}: {
  desk: StatementDeskView
  view: ScheduledView
  prepared: ReturnType<typeof usePrepared>['prepared']
  search: Search
  title: string
  earlier: StatementView | undefined
  /** What oneself had begun here. */
  draft: StatementDeskView['draft']
  onThrown: (keptAt: number) => void
}) {
  const { w, f } = useSpeech()
  const s = useStatementWords()
  const navigate = useNavigate()
  const now = useNow()
  const { account } = useAccounts()
  const { incident, holder, accounts } = desk
  // As it was when the page opened: what is kept from here on is on the screen.
  const [draft] = useState(kept)
  const hasPost = (id: string) => earlier?.posts.some((post) => post.accountId === id && post.said !== null) ?? false
  const [id] = useState(() => search.follows ?? draft?.statementId ?? crypto.randomUUID())
  // The same press gives the same words the same id, so that a page that did not hear the answer says nothing twice.
  const keys = useRef(new Map<string, string>())
  const [from, setFrom] = useState(draft?.words.preparedId ?? '')
  const [nextAt, setNextAt] = useState(
    () =>
      draft?.words.nextAt ??
      (incident?.nextPublicAt && incident.nextPublicAt > now ? hoursOf(incident.nextPublicAt) : ''),
  )
  // As they were when the screen opened: what took their place since is said by the desk.
  const [live] = useState(() => view.posts.filter(({ statementId }) => statementId === search.follows))
  const [texts, setTexts] = useState<Texts>(
    () => draft?.words ?? (live.length > 0 ? asPlanned(live) : comeBack(earlier)),
  )
  const [left, setLeft] = useState<ReadonlySet<string>>(() =>
    draft === null ? leftOutOf(accounts, live) : new Set(notOn(accounts, draft.words.on)),
  )
  const [when, setWhen] = useState<Chosen>(() => draft?.words.when ?? plannedFor(earlier, live, view.timeZone, now))
  const leavesAt = leavesAtOf(when, view.timeZone, now)
  const sw = useScheduledWords().when
  const sayWhen = useWhen(view.timeZone)
  const touched = useUnfortunate(view, incident?.id ?? null)
  const announcedAt = nextMoment(nextAt, typeof leavesAt === 'number' ? leavesAt : now)
  const known = { ...desk.known, ...(announcedAt === null ? {} : { next: f.clock(announcedAt) }) }
  const filledIn = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  const begin = (preparedId: string, slots: typeof filledIn = filledIn) => {
    setFrom(preparedId)
    const one = prepared.find((known) => known.id === preparedId)
    if (one !== undefined) setTexts(adapt(one.wordings, accounts, slots))
  }
  const wanted = search.prepared
  // Words that were begun here are not written over by the prepared ones that the address names.
  const begun = useRef(draft !== null)
  useEffect(() => {
    if (begun.current || wanted === undefined) return
    begun.current = true
    begin(wanted)
  })
  const chosen = accounts.filter((one) => !left.has(one.id))
  const page = { statementId: id, follows: search.follows !== undefined, incidentId: incident?.id ?? null }
  // Until somebody has written or chosen something there is nothing to keep, prepared words included.
  const isTouched = useRef(false)
  useKeepUnfinished({ ...page, words: unfinished({ texts, chosen, from, nextAt, when }) }, isTouched)
  const read = useDeferredValue(texts)
  const facts = useMemo(() => {
    const held = holder !== null
    return new Map(
      accounts.map(({ id, guard, limit }) => [
        id,
        factsForEverybody(guard, { held, limit: limit as GuardInput['limit'] }),
      ]),
    )
  }, [accounts, holder])
  const drafts = useMemo(() => {
    const all = [...facts].map(([id, known]) => [id, { facts: known, text: textFor(texts, id) }] as const)
    return new Map(all.filter(([id, { text }]) => !left.has(id) && text.trim() !== ''))
  }, [facts, left, texts])
  const readingOf = useReadings(drafts)
  const readings = chosen.map((place) => readingOf(place.id))
  const isReady =
    chosen.length > 0 &&
    leavesAt !== undefined &&
    incident?.closed !== true &&
    readings.every((reading) => reading?.isFresh === true && !keepsIn(reading.findings))
  const pressed = (said: string): string => {
    const key = keys.current.get(said) ?? crypto.randomUUID()
    keys.current.set(said, key)
    return key
  }
  const { submit, fault, busy } = useSubmit(async () => {
    const posts = chosen.map(({ id: accountId }) => {
      const text = textFor(texts, accountId).trim()
      const replaces = live.find((post) => post.accountId === accountId)?.id
      const seen = touched(text, now).map(keyOf)
      const key = pressed(`${accountId} ${leavesAt} ${text}`)
      return { accountId, text, deliveryId: key, ...(replaces !== undefined && { replaces }), seen }
    })
    isTouched.current = false
    await dropUnfinished()
    await api.publishStatement({
      ...{ id, posts, incidentId: incident?.id ?? null, announcedAt, leavesAt: leavesAt ?? null },
      preparedId: from === '' || search.follows !== undefined ? null : from,
    })
    await refreshStatements()
    if (leavesAt == null) sayDone(desk.isRead ? s.write.asked : s.write.leaving)
    else sayDone((desk.isRead ? sw.asked : sw.planned)(sayWhen(leavesAt, now)))
    const params = { workspace: workspaceId() }
    if (incident === null) await navigate({ to: '/w/$workspace/statements', params })
    else await navigate({ to: '/w/$workspace/crisis', params, search: { incident: incident.id } })
  })
  useCommand('send', () => submit(), isReady && !busy)
  const words = when.later ? { ask: sw.ask, publish: sw.plan } : s.write
  const offered = prepared.filter(({ moment }) => isOffered(moment, holder !== null))
  return (
    <Page title={title} answer={s.write.answer(chosen.length)}>
      <form
        className="statement-writing"
        onSubmit={submit}
        onInput={() => {
          isTouched.current = true
        }}
        aria-label={title}
      >
        {incident !== null && (
          <p className="statement-about">
            <b>{s.write.about(incident.title)}</b>{' '}
            <span className={holder === null ? 'soon' : 'quiet'}>
              {holder === null ? s.write.notHeld : s.write.held(holder.name)}
            </span>
          </p>
        )}
        {draft !== null && (
          <p className="quiet small">
            {s.write.unfinished(f.moment(draft.keptAt, now))}{' '}
            <Button look="link" small onPress={() => void throwAway(page).then(() => onThrown(draft.keptAt))}>
              {s.write.anew}
            </Button>
          </p>
        )}
        <div className="form-line">
          <Choice label={s.write.from} value={from} onChange={(event) => begin(event.target.value)}>
            <option value="">{s.write.fromNothing}</option>
            {offered.map((one) => (
              <option key={one.id} value={one.id}>
                {s.moments[one.moment]} : {one.title}
              </option>
            ))}
          </Choice>
          <TextField
            label={s.write.nextAt}
            hint={s.write.nextHint}
            type="time"
            value={nextAt}
            onChange={(event) => setNextAt(event.target.value)}
          />
        </div>
        <WhenFields chosen={when} view={view} onChoose={setWhen} />
        <TextArea
          label={s.write.common}
          hint={s.write.commonHint}
          rows={4}
          maxLength={5_000}
          value={texts.common}
          onChange={(event) => setTexts({ ...texts, common: event.target.value })}
        />
        <h2>{s.write.accounts}</h2>
        {accounts.length === 0 && <p className="late">{s.write.noAccount}</p>}
        <div className="account-texts">
          {accounts.map((place) => {
            const its = account(place.id)
            if (its === undefined) return null
            const { [place.id]: mine, ...others } = texts.own
            return (
              <AccountText
                key={place.id}
                place={place}
                account={its}
                text={textFor(texts, place.id)}
                isOwn={mine !== undefined}
                chosen={!left.has(place.id)}
                follows={hasPost(place.id)}
                replaced={live.some((post) => post.accountId === place.id)}
                flags={touched(textFor(read, place.id), now)}
                reading={readingOf(place.id)}
                onChoose={(wants) => {
                  const next = new Set(left)
                  if (wants) next.delete(place.id)
                  else next.add(place.id)
                  setLeft(next)
                }}
                onType={(text) => setTexts({ ...texts, own: { ...texts.own, [place.id]: text } })}
                onCommon={() => setTexts({ ...texts, own: others })}
              />
            )
          })}
        </div>
        {desk.leftOut.map(({ id: lost, why }) => {
          const its = account(lost)
          return (
            its && (
              <p key={lost} className="quiet small">
                {s.write.leftOut[why](w.composer.speaker(its.displayName, its.network))}
              </p>
            )
          )
        })}
        <GuardStanding />
        <Fault text={fault} />
        {!desk.isRead && !when.later && <p className="quiet small">{s.write.lone}</p>}
        <p className="acts">
          <Button type="submit" look="main" command="send" isDisabled={!isReady || busy}>
            {(desk.isRead ? words.ask : words.publish)(chosen.length)}
          </Button>
          {readings.some((reading) => reading !== null && keepsIn(reading.findings)) && (
            <span className="late small">{s.write.keptIn}</span>
          )}
        </p>
      </form>
    </Page>
  )
}
