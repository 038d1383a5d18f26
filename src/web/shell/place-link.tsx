import { useRouter, useRouterState } from '@tanstack/react-router'
import { type MouseEvent, type ReactNode, useMemo } from 'react'
import type { InboxFilter } from '#contract/inbox.ts'
import { workspaceId } from '../api.ts'
import { filterKey, filterOf, readInboxSearch } from '../inbox/filter.ts'
import type { Place } from './places.ts'

type Props = {
  to: Place['to'] | '/w/$workspace/me'
  /** With a filter, one is « here » only in that very view. */
  filter?: InboxFilter
  className: string
  children: ReactNode
}

/**
 * A link of the sidebar. It follows the page and not the whole address: opening a case changes the address at each key, and a dozen
 * links have nothing to say about it.
 */
export function PlaceLink({ to, filter, className, children }: Props) {
  const router = useRouter()
  const workspace = workspaceId()
  const target = useMemo(() => ({ to, params: { workspace }, search: filter ?? {} }), [to, workspace, filter])
  const { href, pathname } = useMemo(() => router.buildLocation(target), [router, target])
  const here = useRouterState({
    select: ({ location }) =>
      location.pathname === pathname &&
      (filter === undefined || filterKey(filterOf(readInboxSearch(location.search))) === filterKey(filter)),
  })
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void router.navigate(target)
  }
  return (
    <a
      href={href}
      className={here ? `${className} here` : className}
      aria-current={here ? 'page' : undefined}
      onClick={go}
      onPointerEnter={() => void router.preloadRoute(target)}
    >
      {children}
    </a>
  )
}
