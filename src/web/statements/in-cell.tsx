import { Link } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { useDesk } from '../session/session.ts'
import { Published } from './published.tsx'
import { useStatements } from './use-statements.ts'
import { useStatementWords } from './words.ts'
import './statements.css'

/** What the brand has told everybody of an incident, and the way to tell them more (C1, C3). */
export function CellStatements({ incident, isOpen }: { incident: string; isOpen: boolean }) {
  const s = useStatementWords()
  const { can } = useDesk()
  const { statements, isPending } = useStatements(incident)
  return (
    <section className="panel cell-statements">
      <h2>{s.title}</h2>
      {!isPending && statements.length === 0 && <p className="quiet">{s.nonePublished}</p>}
      <ul className="statements">
        {statements.map((one) => (
          <Published key={one.id} statement={one} />
        ))}
      </ul>
      {isOpen && can('statement.give') && (
        <p>
          <Link
            to="/w/$workspace/statements/write"
            params={{ workspace: workspaceId() }}
            search={{ incident }}
            className="button plain"
          >
            {s.publishNew}
          </Link>
        </p>
      )}
    </section>
  )
}
