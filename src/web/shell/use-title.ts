import { useEffect } from 'react'
import { useDesk } from '../session/session.ts'
import { useWords } from '../words/words.ts'

/** The name of the page in the browser's tab: what it is, then whose. */
export const useTitle = (title: string): void => {
  const { workspace } = useDesk()
  const brand = workspace?.name ?? 'Vigie'
  const w = useWords()
  const exercise = workspace?.drill === undefined ? null : w.exercise.name
  useEffect(() => {
    document.title = exercise === null ? `${title}, ${brand}` : `${exercise}, ${title}, ${brand}`
  }, [title, brand, exercise])
}
