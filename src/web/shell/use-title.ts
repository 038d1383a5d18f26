import { useEffect } from 'react'
import { useDesk } from '../session/session.ts'

/** The name of the page in the browser's tab: what it is, then whose. */
export const useTitle = (title: string): void => {
  const { workspace } = useDesk()
  const brand = workspace?.name ?? 'Vigie'
  useEffect(() => {
    document.title = `${title}, ${brand}`
  }, [title, brand])
}
