import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import type { Account } from '#contract/shapes.ts'
import { type LengthLimit, measureLength } from '#core/text/length.ts'
import { workspaceId } from '../api.ts'
import { AccountMark } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Tick } from '../ui/field.tsx'
import { useSpeech } from '../words/words.ts'
import { type Mode, useDraft } from './draft-store.ts'
import { setResolveAfter, useResolveAfter } from './resolve-after.ts'

type Props = {
  view: CaseView
  mode: Mode
  account: Account | undefined
  ready: boolean
  blocked: boolean
  /** A second person reads it first. */
  asks: boolean
  silent: boolean
  /** The member has no second factor yet, and the brand asks for one. */
  unproved: boolean
  onSend: () => void
  onSendAndNext: () => void
}

/** The counter, as the network counts; and the one button, which says under whose name. */
export function Foot({ view, mode, account, ready, blocked, asks, silent, unproved, onSend, onSendAndNext }: Props) {
  const { w } = useSpeech()
  const resolveAfter = useResolveAfter()
  const id = useId()
  const asWhom = account === undefined ? '' : w.composer.asWhom(account.displayName, account.handle, account.network)
  return (
    <div className="composer-foot">
      {silent ? (
        <span className="small late">{w.access.silent}</span>
      ) : unproved ? (
        <span className="small late">
          {w.access.unproved}{' '}
          <Link to="/w/$workspace/me" params={{ workspace: workspaceId() }} search={{ section: 'security' }}>
            {w.access.prove}
          </Link>
        </span>
      ) : blocked ? (
        <span className="small late">{w.composer.blocked}</span>
      ) : asks ? (
        <span className="small quiet">{w.composer.isRead}</span>
      ) : (
        mode !== 'internal' && (
          <Tick
            label={w.composer.resolveAfter}
            checked={resolveAfter}
            onChange={(e) => setResolveAfter(e.target.checked)}
          />
        )
      )}
      <span className="composer-acts">
        {mode !== 'internal' && <Counter view={view} mode={mode} limit={view.limits[mode] as LengthLimit} />}
        {mode !== 'internal' && (
          <Button isDisabled={!ready} command="sendAndNext" onPress={onSendAndNext}>
            {w.composer.sendAndNext}
          </Button>
        )}
        <Button
          look="main"
          isDisabled={!ready}
          command="send"
          {...(mode !== 'internal' &&
            account !== undefined && {
              icon: (
                <AccountMark name={account.displayName} colour={account.colour} url={account.avatarUrl} size={18} />
              ),
            })}
          {...(mode !== 'internal' && { 'aria-describedby': id })}
          onPress={onSend}
        >
          {asks ? w.composer.ask : w.composer.send[mode]}
        </Button>
        <span id={id} className="unseen">
          {asWhom}
        </span>
      </span>
    </div>
  )
}

function Counter({ view, mode, limit }: { view: CaseView; mode: Mode; limit: LengthLimit }) {
  const { w, f } = useSpeech()
  const text = useDraft(view.id, mode)
  const { used, max, over, unit } = measureLength(text, limit)
  if (!Number.isFinite(max)) return null
  const left = max - used
  return (
    <span className={over === null ? 'counter' : 'counter late'}>
      <span aria-hidden="true">
        {over === null ? `${f.number(used)} / ${f.number(max)}` : w.composer.tooMany(f.number(-left))}
      </span>
      <span className="unseen">{w.composer.counter(f.number(used), f.number(max), w.composer.units[unit])}</span>
    </span>
  )
}
