import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AlertLists } from '#contract/alert-lists.ts'
import { api, workspaceId } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { AlertWays } from './alert-ways.tsx'
import { useAlertWords } from './alert-words.ts'

type Level = AlertLists['recipients'][number]['fromLevel']
const LEVELS = [1, 2, 3, 4] as const satisfies readonly Level[]

export const alertListsKey = () => [workspaceId(), 'alert-lists']

/** Who hears of an alert from which gravity on, and the ways out of the desk (L4). */
export function AlertListsSection() {
  const { can } = useDesk()
  const may = can('settings.write')
  const { data } = useQuery({ queryKey: alertListsKey(), queryFn: () => api.readAlertLists(), enabled: may })
  if (data === undefined) return null
  return (
    <>
      <Recipients key={JSON.stringify(data.recipients)} lists={data} />
      <AlertWays ways={data.ways} />
    </>
  )
}

function Recipients({ lists }: { lists: AlertLists }) {
  const w = useAlertWords()
  const { data } = useQuery(queries.members())
  const [chosen, setChosen] = useState(() => new Map(lists.recipients.map((one) => [one.member.id, one.fromLevel])))
  const { submit, fault, busy } = useSubmit(async () => {
    const recipients = [...chosen].map(([memberId, fromLevel]) => ({ memberId, fromLevel }))
    await api.keepAlertRecipients({ recipients })
    await queryClient.invalidateQueries({ queryKey: alertListsKey() })
    sayDone(w.kept)
  })
  const choose = (id: string, value: string) => {
    const next = new Map(chosen)
    const level = LEVELS.find((one) => String(one) === value)
    if (level === undefined) next.delete(id)
    else next.set(id, level)
    setChosen(next)
  }
  return (
    <Panel title={w.people} note={w.peopleNote}>
      <form onSubmit={submit} className="stack">
        <ul className="label-list alert-people">
          {(data?.members ?? []).map(({ id, name }) => (
            <li key={id}>
              <label htmlFor={`alert-${id}`}>{name}</label>
              <select
                id={`alert-${id}`}
                className="control"
                value={chosen.get(id) ?? ''}
                onChange={(e) => choose(id, e.target.value)}
              >
                <option value="">{w.never}</option>
                {LEVELS.map((level) => (
                  <option key={level} value={level}>
                    {w.from(level)}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
        {chosen.size === 0 && <p className="quiet">{w.nobody}</p>}
        <Fault text={fault} />
        <p className="acts">
          <Button type="submit" look="main" isDisabled={busy}>
            {w.keep}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
