import { useRef } from 'react'
import type { InboxFilter } from '#contract/inbox.ts'
import { filterKey } from './filter.ts'

/** The same filter stays the same object, whatever the address looks like: what hangs on it is not made again. */
export const useFilter = (filter: InboxFilter): InboxFilter => {
  const kept = useRef(filter)
  if (filterKey(kept.current) !== filterKey(filter)) kept.current = filter
  return kept.current
}
