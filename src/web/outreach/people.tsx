import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { OutreachView } from '#contract/outreach.ts'
import { workspaceId } from '../api.ts'
import { useCommand } from '../keys/registry.ts'
import { Panel } from '../shell/page.tsx'
import { useSpeech } from '../words/words.ts'
import { type OutreachWords, useOutreachWords } from './words.ts'

type One = NonNullable<OutreachView['outreach']>
type Person = One['people'][number]

const standsAt = (o: OutreachWords, { state, delivery, answeredAt }: Person): string => {
  if (answeredAt !== null) return o.states.answered
  if (state !== 'given') return o.states[state]
  return delivery === 'sent'
    ? o.states.sent
    : delivery === 'refused' || delivery === 'cancelled'
      ? o.states.refused
      : o.states.given
}

function Line({ one, language }: { one: Person; language: One['language'] }) {
  const { f } = useSpeech()
  const o = useOutreachWords()
  const { way, whyNot, missing, findings, text, caseId, caseNumber } = one
  const held = findings.filter(({ severity }) => severity === 'block')
  return (
    <li tabIndex={-1} className={one.state}>
      <p>
        <b>{one.name ?? o.nameless}</b>{' '}
        {one.orders.length > 0 && <span className="quiet">{o.orders(one.orders.join(', '))}</span>}{' '}
        <span className="outreach-state">{standsAt(o, one)}</span>
      </p>
      <p className="quiet small">
        {way === null ? (o.none[whyNot ?? ''] ?? '') : o.ways[way](one.address ?? one.account ?? '')}
        {way !== null && whyNot !== null && ` : ${o.none[whyNot] ?? ''}`}{' '}
        {caseId !== null && caseNumber !== null && (
          <Link to="/w/$workspace/inbox" params={{ workspace: workspaceId() }} search={{ case: caseId }}>
            {o.case(caseNumber)}
          </Link>
        )}
      </p>
      {missing.length > 0 && <p className="late small">{o.missing(f.list(missing.map((slot) => o.slots[slot])))}</p>}
      {held.length > 0 && (
        <p className="late small">
          {o.held} {held.map(({ rule }) => rule).join(', ')}
        </p>
      )}
      {text !== null && (
        <details>
          <summary className="small">{o.show}</summary>
          <blockquote className="outreach-words" lang={language}>
            {text}
          </blockquote>
        </details>
      )}
    </li>
  )
}

/** Everybody of the list, those who need somebody first: the way, the words, and what became of them. */
export function People({ outreach }: { outreach: One }) {
  const o = useOutreachWords()
  const list = useRef<HTMLUListElement>(null)
  const walk = (step: 1 | -1) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])]
    const at = items.findIndex((item) => item.contains(document.activeElement))
    items[Math.min(items.length - 1, Math.max(0, at + step))]?.focus()
  }
  useCommand('next', () => walk(1), outreach.people.length > 0)
  useCommand('previous', () => walk(-1), outreach.people.length > 0)
  return (
    <Panel title={o.list} note={o.listNote}>
      <ul className="outreach-people" ref={list}>
        {outreach.people.map((one) => (
          <Line key={one.id} one={one} language={outreach.language} />
        ))}
      </ul>
      {outreach.more > 0 && <p className="quiet">{o.more(outreach.more)}</p>}
    </Panel>
  )
}
