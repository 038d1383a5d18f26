import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { ApprovalView } from '#contract/approval-shape.ts'
import type { CaseView } from '#contract/case-view.ts'
import type { Account } from '#contract/shapes.ts'
import { guardFactsOf } from '../guard/case-input.ts'
import { keepsIn } from '../guard/severity.ts'
import { GuardStanding } from '../guard/standing.tsx'
import { useReading } from '../guard/use-readings.ts'
import { useCommand } from '../keys/registry.ts'
import { queries } from '../query.ts'
import { AccountMark } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { useSpeech } from '../words/words.ts'
import { approve, giveBack } from './acts.ts'
import { Diff } from './diff.tsx'
import { Found } from './found.tsx'
import { HoldingOffer } from './holding-offer.tsx'
import { useApprovalWords } from './words.ts'

const UNDO_MS = 8_000

type Props = {
  approval: ApprovalView & { movedOn: boolean; leavesAt: number | null }
  view: CaseView
  account: Account | undefined
  onDone: () => void
}

/** The words, corrected in place if need be; what the guard says of them as they stand; and the three things one can do. */
export function RequestWords({ approval, view, account, onDone }: Props) {
  const { w } = useSpeech()
  const a = useApprovalWords()
  const box = useRef<HTMLDivElement>(null)
  const { data: way } = useQuery(queries.privateWay(view.id))
  const { data: workspace } = useQuery(queries.workspace())
  const [text, setText] = useState(approval.text)
  const [editing, setEditing] = useState(false)
  const [busy, setBusy] = useState(false)
  const { audience } = approval
  const facts = useMemo(() => guardFactsOf(view, way, audience), [view, way, audience])
  const draft = useMemo(() => ({ facts, text }), [facts, text])
  const reading = useReading(draft)
  const edited = text !== approval.text
  const blocked = reading === null || keepsIn(reading.findings)
  const open = approval.state === 'waiting' && !busy
  const ready = open && !blocked && reading.isFresh && text.trim() !== ''

  const run = async (deed: () => Promise<boolean>) => {
    setBusy(true)
    const gone = await deed()
    setBusy(false)
    if (gone) onDone()
  }
  const agree = () =>
    run(() => approve({ approval, text, seenMark: view.threadMark, undoMs: workspace?.undoMs ?? UNDO_MS }))
  const edit = () => {
    setEditing(true)
    requestAnimationFrame(() => box.current?.querySelector('textarea')?.focus())
  }
  useCommand('approve', () => void agree(), ready)
  useCommand('send', () => void agree(), ready && editing)
  useCommand('editWords', edit, open)
  useCommand('giveBack', () => void run(() => giveBack(approval)), open)

  return (
    <>
      <section className={`request-words ${audience}`} aria-label={a.words} ref={box}>
        <header>
          {account && <AccountMark name={account.displayName} colour={account.colour} url={account.avatarUrl} />}
          <span>
            <b>{account && w.composer.speaker(account.displayName, account.network)}</b>{' '}
            <span className="small quiet">
              {w.thread.audience[audience]}, {a.writtenBy(approval.writer.name)}
            </span>
          </span>
        </header>
        {editing ? (
          <TextArea
            label={a.yourWords}
            hideLabel
            value={text}
            rows={5}
            dir="auto"
            spellCheck
            onChange={(e) => setText(e.target.value)}
          />
        ) : (
          <p className="bubble-text" dir="auto">
            {text}
          </p>
        )}
        {text !== approval.askedText && (
          <div className="request-diff">
            <h2>{a.changedBy}</h2>
            <Diff before={approval.askedText} after={text} />
            {edited && (
              <Button look="link" small onPress={() => setText(approval.askedText)}>
                {a.asWritten}
              </Button>
            )}
          </div>
        )}
        <GuardStanding />
        <Found findings={reading?.findings ?? null} text={reading?.of ?? ''} />
      </section>
      {approval.holdingOffered && approval.owed && open && (
        <HoldingOffer approval={approval} seenMark={view.threadMark} />
      )}
      <footer className="request-acts">
        <Button look="main" command="approve" isDisabled={!ready} onPress={agree}>
          {edited ? a.approveEdited : a.approve}
        </Button>
        <Button command="editWords" isDisabled={!open} aria-pressed={editing} onPress={edit}>
          {a.edit}
        </Button>
        <Button command="giveBack" isDisabled={!open} onPress={() => run(() => giveBack(approval))}>
          {a.giveBack}
        </Button>
        {open && blocked && reading !== null && <span className="small late">{a.guardBlocks}</span>}
      </footer>
    </>
  )
}
