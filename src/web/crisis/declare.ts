import { workspaceId } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { router } from '../routes.tsx'
import { declare } from './deeds.ts'

const goToCell = (incident: string | null) =>
  router.navigate({
    to: '/w/$workspace/crisis',
    params: { workspace: workspaceId() },
    search: incident === null ? {} : { incident },
  })

/**
 * The one act by which a cell is opened, from an alert or from anywhere: of the alert that stands, nothing more is asked (C1). Where there is
 * none, the screen asks what it is about.
 */
export const declareNow = async (alertId?: string): Promise<void> => {
  const standing = alertId ?? (await queryClient.fetchQuery(queries.alerts())).alerts[0]?.id
  if (standing === undefined) return void (await goToCell(null))
  const id = await declare({ alertId: standing })
  if (id !== null) await goToCell(id)
}
