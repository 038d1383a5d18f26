import type { DeskContract } from '#contract/index.ts'
import type { Implementations } from '../implementation.ts'
import { cases, deliveries } from './cases.ts'
import { makeChannelRoutes } from './channels.ts'
import { inbox } from './inbox.ts'
import { makeSessionRoutes } from './session.ts'
import { makeWorkspaceRoutes } from './workspace.ts'

/** What serves each route of the contract; a route that is missing here does not compile, and does not start. */
export const makeImplementations = (deskUrl: string): Implementations<DeskContract> => ({
  ...makeSessionRoutes(),
  ...inbox,
  ...cases,
  ...deliveries,
  ...makeWorkspaceRoutes(deskUrl),
  ...makeChannelRoutes(deskUrl),
})
