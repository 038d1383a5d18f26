import { useState } from 'react'
import { ARTICLES } from '#core/charter/clause.ts'
import { clausesOf } from '#core/charter/clauses.ts'
import { SIDES } from '#core/charter/document.ts'
import { findContradictions } from '#core/charter/find-contradictions.ts'
import { useNow } from '../clock.ts'
import { useDesk } from '../session/session.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSpeech } from '../words/words.ts'
import { Approvals } from './approvals.tsx'
import { ArticlePart } from './article.tsx'
import { Changes } from './changes.tsx'
import { Contests } from './contests.tsx'
import { Faults } from './faults.tsx'
import { Rules, useRules } from './rules.tsx'
import { Start } from './start.tsx'
import { TryBox } from './try-box.tsx'
import { type CharterData, useCharter, useEditing, type Version } from './use-charter.ts'
import { Versions } from './versions.tsx'
import { useCharterWords } from './words.ts'
import './charter.css'

/** What have we agreed, and is it applied? The charter clause by clause, edited in place, signed by two sides (H1). */
export function CharterScreen() {
  const { w } = useSpeech()
  const data = useCharter()
  const [wish, setWish] = useState<'draft' | 'in-force'>('draft')
  if (data === null)
    return (
      <Page title={w.places.charter} answer={' '}>
        <Skeleton rows={4} tall />
      </Page>
    )
  const shown = (wish === 'draft' ? data.draft : null) ?? data.inForce ?? data.draft
  return shown === null ? <Start /> : <Reading key={shown.number} data={data} shown={shown} onShow={setWish} />
}

function Reading({
  data,
  shown,
  onShow,
}: {
  data: CharterData
  shown: Version
  onShow: (wish: 'draft' | 'in-force') => void
}) {
  const { w: words, f } = useSpeech()
  const w = useCharterWords()
  const now = useNow()
  const { can, workspace } = useDesk()
  const rulesOff = (useRules()?.rules ?? []).filter((one) => one.off !== null).map(({ rule }) => rule)
  const editing = useEditing(shown)
  const { draft, inForce, names } = data
  const brand = workspace?.name ?? ''
  const isDraft = shown.number === draft?.number
  const faults = findContradictions(editing.charter, brand)
  const clauses = clausesOf(editing.charter, names)
  // What is in force is changed by a next version; while a draft of it is open, that draft is the one to change.
  const mayEdit = can('charter.write') && (isDraft || draft === null)
  const answer =
    faults.length > 0
      ? w.answer.contradicts(faults.length)
      : isDraft || inForce === null
        ? w.answer.draft(
            shown.number,
            SIDES.filter((side) => shown.approvals.every((one) => one.side !== side)),
          )
        : w.answer.inForce(inForce.number, f.day(inForce.inForceAt ?? 0, now), data.heldIn)
  const compared = inForce ?? data.versions.find(({ number }) => number < shown.number)
  return (
    <Page title={words.places.charter} tone={faults.length > 0 ? 'late' : 'calm'} answer={answer}>
      {draft !== null && inForce !== null && (
        <p className="acts">
          <Button aria-pressed={isDraft} look={isDraft ? 'main' : 'plain'} onPress={() => onShow('draft')}>
            {w.showDraft(draft.number)}
          </Button>
          <Button aria-pressed={!isDraft} look={isDraft ? 'plain' : 'main'} onPress={() => onShow('in-force')}>
            {w.showInForce(inForce.number)}
          </Button>
        </p>
      )}
      <div className="charter">
        <div className="charter-text">
          {ARTICLES.filter((one) => mayEdit || clauses.some(({ article }) => article === one)).map((article) => (
            <ArticlePart
              key={article}
              article={article}
              clauses={clauses.filter((clause) => clause.article === article)}
              data={data}
              rulesOff={rulesOff}
              editing={editing}
              faults={faults.filter((fault) => fault.article === article)}
              mayEdit={mayEdit}
            />
          ))}
          <Rules />
          {can('contest.decide') && <Contests />}
        </div>
        <aside className="charter-aside">
          <div className="charter-now">
            {faults.length > 0 && (
              <Panel title={w.contradictions}>
                <Faults faults={faults} names={names} />
              </Panel>
            )}
            {isDraft && draft !== null && (
              <Approvals draft={draft} isUnkept={editing.isChanged} faults={faults.length} />
            )}
            <TryBox
              trial={{ charter: editing.charter, rulesOff, names, brand, account: data.accounts[0]?.name ?? brand }}
              number={shown.number}
            />
          </div>
          <div className="charter-then">
            {(isDraft || editing.isChanged) && compared !== undefined && compared !== null && (
              <Changes
                charter={editing.charter}
                names={names}
                others={data.versions.map(({ number }) => number).filter((number) => number !== draft?.number)}
                first={compared.number}
              />
            )}
            <Versions data={data} />
          </div>
        </aside>
      </div>
    </Page>
  )
}
