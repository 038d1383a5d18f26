import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DepartmentView } from '#contract/departments.ts'
import type { RotaView } from '#contract/team.ts'
import { api, codeOf } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { DepartmentForm } from './department-form.tsx'
import { useTeamWords } from './words.ts'

/** Who can be brought into a case, who answers for each, and how soon it promises to (T3). */
export function Departments({ rota }: { rota: RotaView }) {
  const { w } = useSpeech()
  const t = useTeamWords()
  const { can } = useDesk()
  const may = can('rota.write')
  const { data } = useQuery(queries.departments())
  const [edited, setEdited] = useState<string | null>(null)
  if (data === undefined) return null
  const done = async (said: string) => {
    sayDone(said)
    setEdited(null)
    await queryClient.invalidateQueries({ queryKey: queries.departments().queryKey })
  }
  const close = async ({ id, name }: DepartmentView) => {
    const sure = await ask({
      ...{ kind: 'confirm', title: t.closeTitle(name), text: t.closeText, yes: t.remove, danger: true },
    } as const)
    if (sure === null) return
    try {
      await api.closeDepartment({ id })
      await done(t.departmentClosed(name))
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return (
    <Panel title={t.departmentsTitle} note={t.departmentsNote}>
      {data.departments.length === 0 && <p className="quiet">{t.noDepartment}</p>}
      <ul className="rota-lines departments">
        {data.departments.map((one) =>
          edited === one.id ? (
            <li key={one.id}>
              <DepartmentForm rota={rota} kept={one} onDone={done} onCancel={() => setEdited(null)} />
            </li>
          ) : (
            <li key={one.id}>
              <Department one={one} />
              {may && (
                <span className="acts">
                  <Button small look="quiet" aria-label={t.editDepartment(one.name)} onPress={() => setEdited(one.id)}>
                    {t.edit}
                  </Button>
                  <Button small look="quiet" aria-label={t.removeOf(one.name)} onPress={() => void close(one)}>
                    {t.remove}
                  </Button>
                </span>
              )}
            </li>
          ),
        )}
      </ul>
      {may &&
        (edited === '' ? (
          <DepartmentForm rota={rota} kept={null} onDone={done} onCancel={() => setEdited(null)} />
        ) : (
          <p>
            <Button onPress={() => setEdited('')}>{t.addDepartment}</Button>
          </p>
        ))}
    </Panel>
  )
}

function Department({ one: { name, reach, head, people, promiseMinutes } }: { one: DepartmentView }) {
  const { f } = useSpeech()
  const t = useTeamWords()
  const more = [
    head === null ? t.noHead : t.headIs(head.name),
    ...(people.length === 0 ? [] : [t.peopleAre(f.list(people.map((one) => one.name)))]),
    ...(reach === '' ? [] : [reach]),
  ]
  return (
    <span>
      {t.department(name, f.spell(promiseMinutes))}
      <span className="rota-stand-in quiet">{more.join(', ')}</span>
    </span>
  )
}
