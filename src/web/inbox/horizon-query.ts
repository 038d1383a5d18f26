import { queryOptions } from '@tanstack/react-query'
import type { InboxFilter } from '#contract/inbox.ts'
import { api, workspaceId } from '../api.ts'
import { filterKey } from './filter.ts'

/** What is owed and when, for a filter; time alone moves the bars, so they are asked again each minute. */
export const horizonQuery = (filter: InboxFilter) =>
  queryOptions({
    queryKey: [workspaceId(), 'horizon', filterKey(filter)],
    queryFn: () => api.readHorizon(filter),
    refetchInterval: 60_000,
  })
