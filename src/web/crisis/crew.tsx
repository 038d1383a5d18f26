import { IconX } from '@tabler/icons-react'
import { api } from '../api.ts'
import { useCommand } from '../keys/registry.ts'
import { queries, queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import type { CellPart } from './cell.tsx'
import { deed } from './deeds.ts'
import { crisisWords, useCrisisWords } from './words.ts'

const askMember = async (except: readonly string[], noTrainee: boolean) => {
  const { members } = await queryClient.fetchQuery({ ...queries.members(), staleTime: 0 })
  const able = members.filter(
    ({ id, role, disabled }) => !disabled && !except.includes(id) && !(noTrainee && role === 'trainee'),
  )
  const picked = await ask({
    ...{ kind: 'pick', title: crisisWords().whom, options: able.map(({ id, name }) => ({ id, text: name })) },
  })
  return able.find(({ id }) => id === picked) ?? null
}

const ROLES = ['writes', 'validates', 'watches', 'joins'] as const

const giveRole = async (id: string): Promise<void> => {
  const c = crisisWords()
  const picked = await ask({
    ...{ kind: 'pick', title: c.whichRole, options: ROLES.map((role) => ({ id: role, text: c.roles[role] })) },
  })
  const role = ROLES.find((known) => known === picked)
  if (role === undefined) return
  const member = await askMember([], false)
  if (member === null) return
  const departmentId = role === 'joins' ? await askDepartment() : null
  await deed(
    () => api.giveIncidentRole({ id, role, memberId: member.id, ...(departmentId !== null && { departmentId }) }),
    `${c.roles[role]} : ${member.name}`,
  )
}

const askDepartment = async (): Promise<string | null> => {
  const { departments } = await api.listDepartments()
  if (departments.length === 0) return null
  const options = departments.map(({ id, name }) => ({ id, text: name }))
  return ask({ kind: 'pick', title: crisisWords().whichDepartment, options })
}

const handOver = async (id: string, pilotId: string | undefined): Promise<void> => {
  const member = await askMember(pilotId === undefined ? [] : [pilotId], true)
  if (member !== null)
    await deed(() => api.handOverIncident({ id, memberId: member.id }), crisisWords().handedOver(member.name))
}

/** Who leads, who writes, who validates, who watches, who reaches which department (T1, C4). */
export function Crew({ cell, mayLead }: CellPart) {
  const c = useCrisisWords()
  const { me, can } = useDesk()
  const { id, closed } = cell
  const pilot = cell.roles.find(({ role }) => role === 'pilot')
  const mayTake = closed === null && can('incident.lead') && (pilot?.member.id !== me.id || pilot.takenAt === null)
  const take = () => void deed(() => api.takeIncident({ id }), c.taken)
  useCommand('takePilot', take, mayTake)
  useCommand('handOver', () => void handOver(id, pilot?.member.id), mayLead)
  useCommand('giveRole', () => void giveRole(id), mayLead)
  return (
    <Panel title={c.crew}>
      <ul className="crew">
        {cell.roles.map(({ id: roleId, role, member, department, takenAt, isAway }) => (
          <li key={roleId}>
            <span>{department === null ? c.roles[role] : `${c.roles[role]} : ${department.name}`}</span>
            <span>
              <b>{member.name}</b>
              {isAway && <span className="late small"> {c.away}</span>}
              {role === 'pilot' && takenAt === null && <span className="late small"> {c.untaken}</span>}
            </span>
            {mayLead && role !== 'pilot' && (
              <Button
                look="quiet"
                small
                icon={<IconX size={14} />}
                aria-label={c.endRole(c.roles[role], member.name)}
                onPress={() =>
                  void deed(() => api.endIncidentRole({ id, roleId }), `${c.roles[role]} : ${member.name}`)
                }
              />
            )}
          </li>
        ))}
      </ul>
      <p className="acts">
        {mayTake && (
          <Button small look={pilot?.member.id === me.id ? 'main' : 'plain'} command="takePilot" onPress={take}>
            {c.take}
          </Button>
        )}
        {mayLead && (
          <>
            <Button small command="handOver" onPress={() => void handOver(id, pilot?.member.id)}>
              {c.handOver}
            </Button>
            <Button small command="giveRole" onPress={() => void giveRole(id)}>
              {c.addRole}
            </Button>
          </>
        )}
      </p>
    </Panel>
  )
}
