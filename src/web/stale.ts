import type { QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * What is on screen is read again, the rest becomes stale. What was asked for the first time before the news, and is answered after it,
 * would pass for fresh: it is read again once it is there.
 */
export const makeStale = (client: QueryClient, queryKey: QueryKey): Promise<void> => {
  for (const query of client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' }))
    if (query.state.data === undefined)
      void query.promise?.then(
        () => client.invalidateQueries({ queryKey: query.queryKey, exact: true }),
        () => undefined,
      )
  return client.invalidateQueries({ queryKey })
}
