import { useState } from 'react'
import type { IncidentView } from '#contract/incidents.ts'
import { useNow } from '../clock.ts'
import { useCommand } from '../keys/registry.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { type Speech, useSpeech } from '../words/words.ts'
import type { CellPart } from './cell.tsx'
import { MaySayForm } from './may-say-form.tsx'
import { type CrisisWords, useCrisisWords } from './words.ts'

type Line = IncidentView['maySay'][number]

/** What the guard does with a line, in one sentence. */
const guardSays = (c: CrisisWords, f: Speech['f'], { state, words, claims, dates }: Line): string => {
  const claimed = claims.length === 0 ? [] : [c.bars.claims(f.list(claims.map((claim) => c.claims[claim])))]
  if (state === 'confirmed') return claims.length === 0 ? '' : c.covers(f.list(claims.map((claim) => c.claims[claim])))
  const worded = words.length === 0 ? [] : [c.bars.words(f.list(words.map(c.quoted)))]
  return c.blocks(f.list([...worded, ...claimed, ...(dates ? [c.bars.dates] : [])]))
}

/** What we may say: what is confirmed and by whom, what is not yet, what is forbidden; read by every composer's guard (C3, G4). */
export function MaySay({ cell, mayLead }: CellPart) {
  const c = useCrisisWords()
  const { f } = useSpeech()
  const now = useNow()
  const [open, setOpen] = useState<Line | 'new' | null>(null)
  /** The form that was closed gives the focus back to what opened it. */
  const [was, setWas] = useState<string | null>(null)
  useCommand('addMaySay', () => setOpen('new'), mayLead)
  const pilot = cell.roles.find(({ role }) => role === 'pilot')
  const close = () => {
    setWas(open === null || open === 'new' ? 'new' : open.lineId)
    setOpen(null)
  }
  return (
    <Panel title={c.maySay}>
      <ul className="may-say">
        {cell.closed === null && (
          <li className={cell.isTakenCareOf ? 'confirmed' : 'unconfirmed'}>
            <b>{c.quoted(c.weAreOn)}</b>
            <p className="small">{cell.isTakenCareOf ? c.weAreOnBy(pilot?.member.name ?? '') : c.weAreNot}</p>
          </li>
        )}
        {cell.maySay.map((line) => (
          <li key={line.lineId} className={line.state}>
            <b>{line.state === 'unconfirmed' ? line.says : c.quoted(line.says)}</b>
            <p className="small">
              {line.state === 'confirmed'
                ? `${c.confirmedBy(line.proof ?? '', f.moment(line.at, now))}.`
                : `${c.states[line.state]}.`}{' '}
              {guardSays(c, f, line)} <span className="quiet">{c.putBy(line.by.name, f.moment(line.at, now))}</span>
            </p>
            {mayLead && open !== line && (
              <Button
                look="link"
                small
                autoFocus={was === line.lineId}
                aria-label={c.changeLine(line.says)}
                onPress={() => setOpen(line)}
              >
                {c.change}
              </Button>
            )}
            {open === line && <MaySayForm id={cell.id} line={line} onDone={close} />}
          </li>
        ))}
      </ul>
      {cell.maySay.length === 0 && <p className="quiet small">{c.maySayNone}</p>}
      {mayLead &&
        (open === 'new' ? (
          <MaySayForm id={cell.id} line={null} onDone={close} />
        ) : (
          <p className="acts">
            <Button small command="addMaySay" autoFocus={was === 'new'} onPress={() => setOpen('new')}>
              {c.addLine}
            </Button>
          </p>
        ))}
    </Panel>
  )
}
