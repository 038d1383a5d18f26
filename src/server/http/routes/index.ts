import type { DeskContract } from '#contract/index.ts'
import type { Implementations } from '../implementation.ts'
import { makeAccessRoutes } from './access.ts'
import { alertLists } from './alert-lists.ts'
import { alerts } from './alerts.ts'
import { ambassadors } from './ambassadors.ts'
import { approvals } from './approvals.ts'
import { autonomy } from './autonomy.ts'
import { caseFile } from './case-file.ts'
import { cases, deliveries } from './cases.ts'
import { makeChannelRoutes } from './channels.ts'
import { charter } from './charter.ts'
import { departments } from './departments.ts'
import { digest } from './digest.ts'
import { drills } from './drills.ts'
import { inbox } from './inbox.ts'
import { incidents } from './incidents.ts'
import { journal } from './journal.ts'
import { moderation } from './moderation.ts'
import { makeNotificationRoutes } from './notifications.ts'
import { outreach } from './outreach.ts'
import { radar } from './radar.ts'
import { readings } from './readings.ts'
import { rules } from './rules.ts'
import { scheduled } from './scheduled.ts'
import { makeSessionRoutes } from './session.ts'
import { makeSituationNotes } from './situation-notes.ts'
import { speech } from './speech.ts'
import { statements } from './statements.ts'
import { team } from './team.ts'
import { makeTries } from './tries.ts'
import { makeWorkspaceRoutes } from './workspace.ts'

/** What serves each route of the contract; a route that is missing here does not compile, and does not start. */
export const makeImplementations = (
  deskUrl: string,
  tries = makeTries(),
  mails = false,
): Implementations<DeskContract> => ({
  ...makeSessionRoutes(tries),
  ...makeAccessRoutes(tries, deskUrl),
  ...inbox,
  ...cases,
  ...caseFile,
  ...departments,
  ...autonomy,
  ...moderation,
  ...readings,
  ...deliveries,
  ...speech,
  ...journal,
  ...approvals,
  ...makeWorkspaceRoutes(deskUrl),
  ...makeChannelRoutes(deskUrl),
  ...charter,
  ...rules,
  ...team,
  ...makeNotificationRoutes(mails),
  ...alerts,
  ...incidents,
  ...radar,
  ...drills,
  ...alertLists,
  ...makeSituationNotes(mails),
  ...outreach,
  ...ambassadors,
  ...digest,
  ...statements,
  ...scheduled,
})
