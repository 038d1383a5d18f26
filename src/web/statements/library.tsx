import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PreparedView } from '#contract/statements.ts'
import { MOMENTS } from '#core/statement/moment.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { PreparedForm } from './prepared-form.tsx'
import { refreshStatements, usePrepared } from './use-statements.ts'
import { useStatementWords } from './words.ts'

/** What is ready before it is needed, by the moment that it is for (C4). */
export function Library() {
  const { w } = useSpeech()
  const s = useStatementWords()
  const { can } = useDesk()
  const { prepared, guard, networks, isPending } = usePrepared()
  const [editing, setEditing] = useState<string | null>(null)
  const mayWrite = can('statement.prepare')
  const attempt = async (deed: () => Promise<unknown>, said: string) => {
    try {
      await deed()
      sayDone(said)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
    await refreshStatements()
  }
  const remove = async (one: PreparedView) => {
    const sure = await ask({ kind: 'confirm', title: s.removeTitle(one.title), text: s.removeText, yes: s.remove })
    if (sure !== null) await attempt(() => api.removePrepared({ id: one.id }), s.removed)
  }
  return (
    <Panel title={s.library} note={s.libraryNote}>
      {!isPending && prepared.length === 0 && editing === null && (
        <p className="quiet">
          {s.libraryEmpty}{' '}
          {mayWrite && (
            <Button look="main" small onPress={() => void attempt(() => api.startPrepared(), s.libraryStarted)}>
              {s.libraryStart}
            </Button>
          )}
        </p>
      )}
      {MOMENTS.map((moment) => {
        const here = prepared.filter((one) => one.moment === moment)
        return here.length === 0 ? null : (
          <section key={moment} className="library-moment">
            <h3>
              {s.moments[moment]} <span className="quiet small">{s.momentsOf(here.length)}</span>
            </h3>
            <ul className="library">
              {here.map((one) =>
                editing === one.id && guard !== null ? (
                  <li key={one.id}>
                    <PreparedForm prepared={one} guard={guard} networks={networks} onEnd={() => setEditing(null)} />
                  </li>
                ) : (
                  <li key={one.id} className="library-line">
                    <p>
                      <b>{one.title}</b>
                      <span className="library-text quiet small">{one.wordings[0]?.text}</span>
                    </p>
                    <p className="acts">
                      {can('statement.give') && (
                        <Link
                          to="/w/$workspace/statements/write"
                          params={{ workspace: workspaceId() }}
                          search={{ prepared: one.id }}
                          className="button small-button plain"
                          aria-label={s.publishFrom(one.title)}
                        >
                          {s.use}
                        </Link>
                      )}
                      {mayWrite && (
                        <>
                          <Button small aria-label={s.editOf(one.title)} onPress={() => setEditing(one.id)}>
                            {s.edit}
                          </Button>
                          <Button small look="link" aria-label={s.removeOf(one.title)} onPress={() => void remove(one)}>
                            {s.remove}
                          </Button>
                        </>
                      )}
                    </p>
                  </li>
                ),
              )}
            </ul>
          </section>
        )
      })}
      {editing === 'new' && guard !== null ? (
        <PreparedForm prepared={null} guard={guard} networks={networks} onEnd={() => setEditing(null)} />
      ) : (
        mayWrite && (
          <p>
            <Button onPress={() => setEditing('new')}>{s.add}</Button>
          </p>
        )
      )}
    </Panel>
  )
}
