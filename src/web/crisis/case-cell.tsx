import { Link } from '@tanstack/react-router'
import type { CaseView } from '#contract/case-view.ts'
import { workspaceId } from '../api.ts'
import { Block } from '../case/side.tsx'
import { readDraft, useMode, writeDraft } from '../composer/draft-store.ts'
import { focusBox } from '../composer/focus.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { setLinked } from './link-to-cell.tsx'
import { useCrisisWords } from './words.ts'
import './case-cell.css'

/** Beside the composer, in a case of an incident: what may be said, offered in one press; and « we are on it » once it is true (C1, G4). */
export function CaseCell({ view }: { view: CaseView }) {
  const c = useCrisisWords()
  const { can } = useDesk()
  const mode = useMode(view)
  const { maySay, incidents } = view.guard
  const pilot = incidents.find((one) => one.pilot !== null)?.pilot ?? null
  const ours = maySay.filter((line) => line.ours)
  const insert = (says: string) => {
    const before = readDraft(view.id, mode).trimEnd()
    writeDraft(view.id, mode, before === '' ? says : `${before} ${says}`)
    requestAnimationFrame(focusBox)
  }
  return (
    <Block title={c.maySay}>
      <ul className="case-cell">
        {pilot !== null && (
          <Offer state="confirmed" says={c.weAreOn} detail={c.weAreOnBy(pilot.name)} onInsert={insert} />
        )}
        {ours.map(({ state, says }) => (
          <Offer key={`${state} ${says}`} state={state} says={says} detail={c.states[state]} onInsert={insert} />
        ))}
      </ul>
      {incidents.map(({ id, title }) => (
        <p key={id} className="small case-cell-of">
          <span>{c.ofCase(title)}</span>
          <Link to="/w/$workspace/crisis" params={{ workspace: workspaceId() }} search={{ incident: id }}>
            {c.toCell}
          </Link>
          {can('case.work') && (
            <Button look="link" small onPress={() => void setLinked(view.id, { id, title }, false)}>
              {c.unlink}
            </Button>
          )}
        </p>
      ))}
    </Block>
  )
}

type Offered = {
  state: 'confirmed' | 'unconfirmed' | 'forbidden'
  says: string
  detail: string
  onInsert: (says: string) => void
}

/** One line; what is confirmed goes into the answer by one press. */
function Offer({ state, says, detail, onInsert }: Offered) {
  const c = useCrisisWords()
  return (
    <li className={state}>
      <b>{state === 'confirmed' ? c.quoted(says) : says}</b> <span className="small quiet">{detail}</span>
      {state === 'confirmed' && (
        <div>
          <Button look="link" small aria-label={`${c.insert} : ${says}`} onPress={() => onInsert(says)}>
            {c.insert}
          </Button>
        </div>
      )}
    </li>
  )
}
