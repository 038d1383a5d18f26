import { useQuery } from '@tanstack/react-query'
import type { MemberView } from '#contract/workspace.ts'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { queries, queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Face } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { Choice } from '../ui/field.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { Autonomy } from './autonomy.tsx'
import { InviteForm } from './invite-form.tsx'
import { ResetButton } from './reset-button.tsx'
import { roleList } from './roles.ts'
import './members.css'

/** On a phone the table scrolls sideways: a region that scrolls must be reachable with the keyboard. */
const REACHABLE = 0

/** Who works for the brand, and what each may do. */
export function Members() {
  const { w } = useSpeech()
  const { can } = useDesk()
  const { data, isPending } = useQuery(queries.members())
  const members = (data?.members ?? []).filter((m) => !m.disabled)
  const trusted = members.filter((m) => m.role !== 'trainee').length
  return (
    <Page title={w.places.members} answer={isPending ? '\u00a0' : w.members.answer(trusted, members.length - trusted)}>
      <section className="member-table" tabIndex={REACHABLE} aria-label={w.places.members}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.members.person}</th>
              <th scope="col">{w.members.role}</th>
              <th scope="col">{w.members.seen}</th>
              <th>
                <span className="unseen">{w.members.acts}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <MemberRow key={member.id} member={member} />
            ))}
          </tbody>
        </table>
      </section>
      <Autonomy />
      <Panel title={w.members.rolesTitle}>
        <dl className="role-list">
          {roleList.map((role) => (
            <div key={role}>
              <dt>{w.roles[role]}</dt>
              <dd>{w.members.roleMeans[role]}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      {can('members.write') && (
        <Panel title={w.members.invite} note={w.members.inviteNote}>
          <InviteForm />
        </Panel>
      )}
    </Page>
  )
}

function MemberRow({ member }: { member: MemberView }) {
  const { w, f } = useSpeech()
  const { can, me } = useDesk()
  const now = useNow()
  const may = can('members.write')
  const run = async (deed: () => Promise<unknown>, done: string) => {
    try {
      await deed()
      sayDone(done)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await queryClient.invalidateQueries({ queryKey: queries.members().queryKey })
    }
  }
  const change = (value: string) => {
    const role = roleList.find((known) => known === value)
    if (role !== undefined)
      void run(() => api.changeRole({ id: member.id, role }), w.members.roleChanged(member.name, w.roles[role]))
  }
  const remove = async () => {
    const sure = await ask({
      kind: 'confirm',
      title: w.members.removeTitle(member.name),
      text: w.members.removeText,
      yes: w.members.remove,
      danger: true,
    })
    if (sure !== null) await run(() => api.removeMember({ id: member.id }), w.members.removed(member.name))
  }
  return (
    <tr>
      <th scope="row">
        <span className="member-name">
          <Face name={member.name} />
          <span>
            {member.name}
            <span className="quiet small">{member.email}</span>
          </span>
        </span>
      </th>
      <td>
        {may && member.id !== me.id ? (
          <Choice
            label={w.members.roleOf(member.name)}
            hideLabel
            value={member.role}
            onChange={(e) => change(e.target.value)}
          >
            {roleList.map((role) => (
              <option key={role} value={role}>
                {w.roles[role]}
              </option>
            ))}
          </Choice>
        ) : (
          w.roles[member.role]
        )}
      </td>
      <td className="quiet">{member.seenAt === null ? w.members.never : f.ago(member.seenAt, now)}</td>
      <td>
        {may && member.id !== me.id && (
          <span className="acts">
            <ResetButton member={member} />
            <Button small look="danger" onPress={() => void remove()}>
              {w.members.remove}
            </Button>
          </span>
        )}
      </td>
    </tr>
  )
}
