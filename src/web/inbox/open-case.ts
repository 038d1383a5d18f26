import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { InboxFilter } from '#contract/inbox.ts'
import { workspaceId } from '../api.ts'

/** Somebody who walks through the queue changes the address once, where they stop: browsers refuse a hundred changes in half a minute. */
const STAYS_MS = 250

/**
 * The case that is open, and how to open another. The address says which; from case to case it follows a moment later, so that what is
 * painted does not wait for it. An address that changes by itself (a link, the way back) wins.
 */
export const useOpenCase = (filter: InboxFilter, asked: string | undefined) => {
  const navigate = useNavigate()
  const router = useRouter()
  const [ahead, setAhead] = useState<{ of: string; at: string } | null>(null)
  const openId = ahead !== null && ahead.of === asked ? ahead.at : asked

  const go = useCallback(
    (id: string | undefined, replace: boolean) =>
      void navigate({
        to: '/w/$workspace/inbox',
        params: { workspace: workspaceId() },
        search: id === undefined ? filter : { ...filter, case: id },
        replace,
      }),
    [navigate, filter],
  )
  useEffect(() => {
    if (openId === undefined || openId === asked) return
    const here = router.state.location.pathname
    const timer = setTimeout(() => {
      // Whoever has asked for another screen meanwhile is not called back from it.
      if (router.state.location.pathname === here) go(openId, true)
    }, STAYS_MS)
    return () => clearTimeout(timer)
  }, [go, router, openId, asked])

  const now = useRef({ openId, asked })
  useEffect(() => {
    now.current = { openId, asked }
  })
  const open = useCallback(
    (id: string | undefined) => {
      const { asked: of } = now.current
      if (id === undefined || of === undefined) {
        setAhead(null)
        go(id, false)
      } else setAhead({ of, at: id })
    },
    [go],
  )
  /** As it is at the moment of the call, for what is made once and runs later. */
  const readOpen = useCallback(() => now.current.openId, [])
  return { openId, open, readOpen }
}
