import { useEffect, useSyncExternalStore } from 'react'
import { useWords } from '../words/words.ts'
import { guard } from './readers.ts'

/** Says when the guard no longer reads where it should; the guard is fetched with the first place that shows this. */
export function GuardStanding() {
  const w = useWords()
  const standing = useSyncExternalStore(guard.subscribe, guard.standing)
  useEffect(guard.prepare, [])
  return (
    standing !== 'apart' && (
      <p className="soon small" role="status">
        {w.guard.standing[standing]}
      </p>
    )
  )
}
