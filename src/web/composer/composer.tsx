import { useQuery } from '@tanstack/react-query'
import { lazy, memo, Suspense, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import type { Account } from '#contract/shapes.ts'
import { useNow } from '../clock.ts'
import { useMoves } from '../inbox/desk-of-cases.tsx'
import { useCommand } from '../keys/registry.ts'
import { queries } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { useStop } from '../speech/speech.ts'
import { AccountMark } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { Box } from './box.tsx'
import { adoptDrafts, chooseMode, type Mode, saveNow, settleRival, useRival, writeDraft } from './draft-store.ts'
import { focusBox, holdBox } from './focus.ts'
import { Foot } from './foot.tsx'
import { asksReader, keepsIn } from './guard.ts'
import { MentionList } from './mention-list.tsx'
import { useMentions } from './mentions.ts'
import { Modes } from './modes.tsx'
import { usePen } from './pen.ts'
import { useFindings } from './reading.ts'
import { useSending } from './sending.ts'
import { useWish } from './wish.ts'
import './composer.css'

const Returned = lazy(() => import('../approvals/returned.tsx').then((m) => ({ default: m.Returned })))

const FileLines = lazy(() => import('../case/file-lines.tsx').then((m) => ({ default: m.FileLines })))

const none: Mode[] = []
/** The account's own colour on both sides of the words: nobody answers from another one without seeing it (G5). */
const frameOf = (colour: string) => `inset 4px 0 0 ${colour}, inset -4px 0 0 ${colour}`
const noPrivate: Mode[] = ['private']

/** Where one answers: who speaks, before whom, how long, and what the guard thinks of it, at each key. */
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
  const { mode, text, findings } = useFindings(view)
  const { data: way } = useQuery(queries.privateWay(view.id))
  const box = useRef<HTMLTextAreaElement | null>(null)
  const [focused, setFocused] = useState(false)
  const pen = usePen(view, focused && mode !== 'internal' && text.trim() !== '')
  const asks = mode !== 'internal' && (!can('reply.send') || asksReader(findings ?? []))
  const { submit, news, forget } = useSending(view, mode, text, asks)
  const mentions = useMentions(box, text, mode === 'internal', (next) => writeDraft(view.id, mode, next))
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
  const blocked = mode !== 'internal' && findings !== null && keepsIn(findings)
  const locked = pen.holder !== null && mode !== 'internal'
  const silent = useStop() !== null && mode !== 'internal'
  const unproved = mode !== 'internal' && can('reply.send') && workspace?.secondFactorNeeded === true
  const read = mode === 'internal' || findings !== null
  const ready = text.trim() !== '' && !blocked && !locked && !silent && !unproved && read
  const sendAndNext = async () => {
    if (ready && (await submit(false))) moves.moveOn([view.id])
  }

  useCommand('reply', () => openBox(allowed.includes('public') ? 'public' : 'private'))
  useCommand('private', () => openBox('private'), allowed.includes('private'))
  useCommand('note', () => openBox('internal'))
  const wish = useWish(`${view.id} ${mode} ${text}`, read, {
    send: () => ready && void submit(false),
    sendAndNext: () => void sendAndNext(),
    askReader: () => ready && void submit(false, true),
  })
  useCommand('send', () => wish('send'))
  useCommand('sendAndNext', () => wish('sendAndNext'))
  useCommand('askReader', () => wish('askReader'), mode !== 'internal' && text.trim() !== '')

  const [others] = view.othersWriting
  const returned = view.approvals.find((one) => one.state === 'returned' && one.audience === mode && text !== '')
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
        <Modes mode={mode} allowed={allowed} closed={cannot ? noPrivate : none} onChange={change} />
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
          <Button small onPress={() => void submit(true)}>
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
      <div className="box-place">
        <Box
          ref={(element) => {
            box.current = element
            holdBox(element)
          }}
          text={text}
          label={w.composer.boxLabel[mode](view.author.displayName)}
          placeholder={w.composer.placeholder[mode](view.author.displayName)}
          describedBy={speakerId}
          readOnly={locked}
          invalid={blocked}
          findings={mode === 'internal' ? [] : (findings ?? [])}
          popup={mentions.open ? { id: mentions.id, active: mentions.activeId } : undefined}
          onType={(next) => writeDraft(view.id, mode, next)}
          onFocus={() => setFocused(true)}
          onLeave={() => {
            setFocused(false)
            saveNow()
          }}
          onKeyDown={mentions.onKeyDown}
        />
        {mentions.open && <MentionList mentions={mentions} />}
      </div>
      {mode !== 'internal' && !locked && (
        <Suspense>
          <FileLines view={view} mode={mode} />
        </Suspense>
      )}
      <Foot
        view={view}
        mode={mode}
        text={text}
        account={account}
        ready={ready}
        blocked={blocked}
        asks={asks}
        silent={silent}
        unproved={unproved}
        onSend={submit}
        onSendAndNext={sendAndNext}
      />
    </section>
  )
})
