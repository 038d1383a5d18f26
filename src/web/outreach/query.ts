import { queryOptions } from '@tanstack/react-query'
import { api, workspaceId } from '../api.ts'
import { queryClient } from '../query.ts'

export const outreachQuery = (incident: string) =>
  queryOptions({
    queryKey: [workspaceId(), 'outreach', incident],
    queryFn: () => api.readOutreach({ id: incident }),
    staleTime: 5_000,
  })

export const readAgain = () => queryClient.invalidateQueries({ queryKey: [workspaceId(), 'outreach'] })
