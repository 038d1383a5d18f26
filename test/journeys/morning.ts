import type { Scene } from './journey.ts'
import { emailOf, type Look, PASSWORD, type Person } from './person.ts'

/** A desk whose administrator has been set up without a screen: for the stories that begin later. */
export const enterAsSarah = async ({ desk, seat }: Scene, look: Look = {}): Promise<Person> => {
  const [, token = ''] = desk.setUpLink.split('#')
  const sarah = await seat('Sarah Duval', look)
  await sarah.call.setUp({
    ...{ token, name: sarah.name, email: emailOf(sarah.name), password: PASSWORD },
    ...{ workspace: 'Fleurs du Port', language: look.language ?? 'fr', timeZone: 'Europe/Paris' },
  })
  // Stories about real networks need no telephone.
  await desk.database.app.updateTable('workspaces').set({ second_factor: 'off' }).execute()
  await sarah.page.goto(desk.url)
  await sarah.page.waitForURL(/\/inbox/)
  return sarah
}

/** A colleague who is on the team already. */
export const enterAsColleague = async (
  { desk, seat }: Scene,
  { call }: Person,
  name = 'Aïcha Morel',
  look: Look = {},
  role: 'agent' | 'trainee' | 'validator' = 'agent',
): Promise<Person> => {
  const { url } = await call.inviteMember({ email: emailOf(name), role })
  const colleague = await seat(name, look)
  await colleague.call.acceptInvitation({ token: url.split('#')[1] ?? '', name, password: PASSWORD })
  await colleague.page.goto(desk.url)
  await colleague.page.waitForURL(/\/inbox/)
  return colleague
}
