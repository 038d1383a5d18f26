import { z } from 'zod'
import { route } from './route.ts'
import { sessionView } from './session.ts'

/** How a member proves who they are, beyond opening a session. */
export const accessRoutes = {
  confirmSignIn: route({
    method: 'PUT',
    path: '/session',
    scope: 'installation',
    permission: 'member',
    summary: 'Proves again who holds this session: what asks for a fresh sign-in then answers for ten minutes.',
    input: z.strictObject({ password: z.string().max(200) }),
    output: sessionView,
  }),
}
