import { IconCheck, IconHourglass } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { api, workspaceId } from '../api.ts'
import { useCommand } from '../keys/registry.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import type { CellPart } from './cell.tsx'
import { deed } from './deeds.ts'
import { useCrisisWords } from './words.ts'

/** What must hold before the cell is closed; before its time it takes a reason (C3, C4). */
export function Closing({ cell: { id, criteria, closed }, mayLead }: CellPart) {
  const c = useCrisisWords()
  const navigate = useNavigate()
  const isTime = criteria.every(({ met }) => met)
  const close = async () => {
    const said = isTime
      ? await ask({ kind: 'confirm', title: c.close, text: c.closeText, yes: c.close })
      : await ask({
          ...{ kind: 'words', title: c.close, label: c.closeReason, yes: c.close, required: true, long: true },
        })
    if (said === null) return
    // The address names the cell from now on: what is closed stays before whoever closed it, with its report.
    await navigate({
      ...{ to: '/w/$workspace/crisis', params: { workspace: workspaceId() }, search: { incident: id }, replace: true },
    })
    await deed(() => api.closeIncident({ id, reason: isTime ? null : said }), c.closedNow)
  }
  useCommand('closeCell', () => void close(), mayLead && closed === null)
  return (
    <Panel title={c.closing}>
      <ul className="criteria">
        {criteria.map(({ name, met }) => (
          <li key={name}>
            {met ? <IconCheck aria-hidden="true" size={16} /> : <IconHourglass aria-hidden="true" size={16} />}
            <span>
              {c.criteria[name]} : <b>{met ? c.met : c.unmet}</b>
            </span>
          </li>
        ))}
      </ul>
      {mayLead && closed === null && (
        <p className="acts">
          <Button small look={isTime ? 'main' : 'plain'} command="closeCell" onPress={() => void close()}>
            {c.close}
          </Button>
        </p>
      )}
    </Panel>
  )
}
