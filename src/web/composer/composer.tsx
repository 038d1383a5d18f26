import { useQuery } from '@tanstack/react-query'
import { lazy, memo, Suspense, useCallback, useEffect, useId, useMemo, useState } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import type { Account } from '#contract/shapes.ts'
import type { Finding } from '#core/guard/finding.ts'
import { useNow } from '../clock.ts'
import { asksReader, keepsIn } from '../guard/severity.ts'
import { GuardStanding } from '../guard/standing.tsx'
import { useMoves } from '../inbox/desk-of-cases.tsx'
import { useCommand } from '../keys/registry.ts'
import { queries } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { useStop } from '../speech/speech.ts'
import { AccountMark } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { BoxPlace } from './box-place.tsx'
import { adoptDrafts, chooseMode, type Mode, settleRival, useHasWords, useMode, useRival } from './draft-store.ts'
import { focusBox } from './focus.ts'
import { Foot } from './foot.tsx'
import { Modes } from './modes.tsx'
import { usePen } from './pen.ts'
import { useAsking, useFindings } from './reading.ts'
import { useSending } from './sending.ts'
import { useWish } from './wish.ts'
import './composer.css'

const Returned = lazy(() => import('../approvals/returned.tsx').then((m) => ({ default: m.Returned })))

const FileLines = lazy(() => import('../case/file-lines.tsx').then((m) => ({ default: m.FileLines })))

const none: readonly Finding[] = []
const noMode: Mode[] = []
/** The account's own colour on both sides of the words: nobody answers from another one without seeing it (G5). */
const frameOf = (colour: string) => `inset 4px 0 0 ${colour}, inset -4px 0 0 ${colour}`
const noPrivate: Mode[] = ['private']

/** Where one answers: who speaks, before whom, how long, and what the guard thinks of it. */
export const Composer = memo(function Composer({
  view,
  readAt,
  account,
}: {
  view: CaseView
  readAt: number
  account: Account | undefined
}) {
  const { w, f } = useSpeech()
  const now = useNow()
  const moves = useMoves()
  const { can, workspace } = useDesk()
  const mode = useMode(view)
  const hasWords = useHasWords(view.id, mode)
  useAsking(view, mode)
  const known = useFindings(view, mode)
  const findings = mode === 'internal' ? none : hasWords ? known : null
  const { data: way } = useQuery(queries.privateWay(view.id))
  const [focused, setFocused] = useState(false)
  const pen = usePen(view, focused && mode !== 'internal' && hasWords)
  const isAsked = (found: readonly Finding[]) => mode !== 'internal' && (!can('reply.send') || asksReader(found))
  const { submit, news, forget } = useSending(view, mode, hasWords)
  const rival = useRival(view.id, mode)
  const speakerId = useId()

  useEffect(() => adoptDrafts(view, readAt), [view, readAt])

  const allowed = useMemo<Mode[]>(() => [...view.audiences, 'internal'], [view.audiences])
  const cannot = way !== undefined && !way.can && way.why !== 'unknown' && view.audience === 'public'
  const change = useCallback(
    (next: Mode) => {
      chooseMode(view.id, next)
      requestAnimationFrame(focusBox)
    },
    [view.id],
  )
  const openBox = (next: Mode) => allowed.includes(next) && !(cannot && next === 'private') && change(next)
  const asks = isAsked(findings ?? [])
  const blocked = mode !== 'internal' && findings !== null && keepsIn(findings)
  const locked = pen.holder !== null && mode !== 'internal'
  const silent = useStop() !== null && mode !== 'internal'
  const unproved = mode !== 'internal' && can('reply.send') && workspace?.secondFactorNeeded === true
  const free = hasWords && !locked && !silent && !unproved
  // As far as is known: what is pressed is done on what the guard says of these very words.
  const ready = free && findings !== null && !blocked
  const mayGo = (found: readonly Finding[]) => free && !keepsIn(found)
  const sendAndNext = async (found: readonly Finding[]) => {
    if (await submit(false, isAsked(found))) moves.moveOn([view.id])
  }

  useCommand('reply', () => openBox(allowed.includes('public') ? 'public' : 'private'))
  useCommand('private', () => openBox('private'), allowed.includes('private'))
  useCommand('note', () => openBox('internal'))
  const wish = useWish(view, mode, {
    send: (found) => mayGo(found) && void submit(false, isAsked(found)),
    sendAndNext: (found) => mayGo(found) && void sendAndNext(found),
    askReader: (found) => mayGo(found) && void submit(false, true),
    sendAnyway: (found) => mayGo(found) && void submit(true, isAsked(found)),
  })
  useCommand('send', () => wish('send'))
  useCommand('sendAndNext', () => wish('sendAndNext'))
  useCommand('askReader', () => wish('askReader'), mode !== 'internal' && hasWords)

  const [others] = view.othersWriting
  const returned = view.approvals.find((one) => one.state === 'returned' && one.audience === mode && hasWords)
  const speaker = account === undefined ? '' : w.composer.speaker(account.displayName, account.network)
  return (
    <section
      className={`composer ${mode}`}
      aria-label={w.composer.label}
      {...(mode !== 'internal' && account !== undefined && { style: { boxShadow: frameOf(account.colour) } })}
    >
      <div className="composer-head">
        <span className="speaker" id={speakerId}>
          {mode === 'internal' || account === undefined ? (
            <b>{w.composer.amongUs}</b>
          ) : (
            <>
              <AccountMark name={account.displayName} colour={account.colour} url={account.avatarUrl} />
              <span>
                <b>{speaker}</b> <span className="quiet">{account.handle}</span>
              </span>
            </>
          )}
        </span>
        <Modes mode={mode} allowed={allowed} closed={cannot ? noPrivate : noMode} onChange={change} />
      </div>
      {pen.holder !== null && (
        <p className="composer-notice" role="status">
          {w.composer.penHeld(pen.holder.name)}
          <Button small onPress={() => void pen.takeOver()}>
            {w.composer.takePen}
          </Button>
        </p>
      )}
      {pen.holder === null && others !== undefined && (
        <p className="small quiet">{w.composer.othersDraft(others.member.name, f.ago(others.since, now))}</p>
      )}
      {news !== null && (
        <p className="composer-notice" role="alert">
          {w.composer.movedOn(news.replies)}
          <Button small onPress={() => wish('sendAnyway')}>
            {w.composer.sendAnyway}
          </Button>
          <Button small look="quiet" onPress={forget}>
            {w.composer.keepDraft}
          </Button>
        </p>
      )}
      {returned !== undefined && (
        <Suspense>
          <Returned approval={returned} />
        </Suspense>
      )}
      {rival !== null && (
        <div className="composer-notice" role="alert">
          <p>{w.composer.rival}</p>
          <blockquote>{rival}</blockquote>
          <Button small onPress={() => settleRival(view.id, mode, false)}>
            {w.composer.keepMine}
          </Button>
          <Button small onPress={() => settleRival(view.id, mode, true)}>
            {w.composer.takeOther}
          </Button>
        </div>
      )}
      <GuardStanding />
      <BoxPlace
        view={view}
        mode={mode}
        describedBy={speakerId}
        locked={locked}
        blocked={blocked}
        findings={findings ?? none}
        onFocused={setFocused}
      />
      {mode !== 'internal' && !locked && (
        <Suspense>
          <FileLines view={view} mode={mode} />
        </Suspense>
      )}
      <Foot
        view={view}
        mode={mode}
        account={account}
        ready={ready}
        blocked={blocked}
        asks={asks}
        silent={silent}
        unproved={unproved}
        onSend={() => wish('send')}
        onSendAndNext={() => wish('sendAndNext')}
      />
    </section>
  )
})
