import type { workspaceRoutes } from '#contract/workspace.ts'
import { changeRole } from '#server/actions/change-role.ts'
import { createLabel } from '#server/actions/create-label.ts'
import { createWorkspace } from '#server/actions/create-workspace.ts'
import { deleteLabel } from '#server/actions/delete-label.ts'
import { inviteMember } from '#server/actions/invite-member.ts'
import { removeMember } from '#server/actions/remove-member.ts'
import { updateCalendar } from '#server/actions/update-calendar.ts'
import { updatePolicy } from '#server/actions/update-policy.ts'
import { updateWorkspace } from '#server/actions/update-workspace.ts'
import { isRefused } from '#server/desk.ts'
import { listLabels } from '#server/queries/labels.ts'
import { listMembers } from '#server/queries/members.ts'
import { readPromises } from '#server/queries/promises.ts'
import { readWorkspace } from '#server/queries/workspace.ts'
import { forActor, forMember, type Implementations } from '../implementation.ts'
import { hoursOf, wireOf } from './calendar-shape.ts'

/** A secret after `#` stays in the browser: no server, proxy or log on the way reads it. */
export const linkTo = (deskUrl: string, page: 'set-up' | 'join' | 'reset', token: string): string =>
  `${deskUrl}/${page}#${token}`

export const makeWorkspaceRoutes = (deskUrl: string): Implementations<typeof workspaceRoutes> => ({
  readWorkspace: forActor(readWorkspace),
  updateWorkspace: forActor(
    async (desk, actor, input) => (await updateWorkspace(desk, actor, input)) ?? readWorkspace(desk, actor),
  ),
  createWorkspace: forMember((desk, { session }, input) => createWorkspace(desk, session.memberId, input)),
  listMembers: forActor(listMembers),
  inviteMember: forActor(async (desk, actor, input) => {
    const made = await inviteMember(desk, actor, input)
    return isRefused(made) ? made : { url: linkTo(deskUrl, 'join', made.token), expiresAt: made.expiresAt }
  }),
  changeRole: forActor(changeRole),
  removeMember: forActor(removeMember),
  listLabels: forActor(listLabels),
  createLabel: forActor(createLabel),
  deleteLabel: forActor(deleteLabel),
  readPromises: forActor(async (desk, actor) => {
    const { policies, hours } = await readPromises(desk, actor)
    return { policies, calendar: wireOf(hours) }
  }),
  updatePolicy: forActor(updatePolicy),
  updateCalendar: forActor((desk, actor, input) => updateCalendar(desk, actor, hoursOf(input))),
})
