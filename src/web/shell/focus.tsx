import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { keepFocus } from './keep-focus.ts'

/** Where the keyboard is when the screen changes under it. Nobody needs it in the first second: it comes after the screen. */
export function Focus() {
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const first = useRef(pathname)
  useEffect(keepFocus, [])
  // Another page: the keyboard and the screen reader begin at its top, as with any page of the web.
  useEffect(() => {
    if (first.current === pathname) return
    first.current = pathname
    document.getElementById('main')?.focus()
  }, [pathname])
  return null
}
