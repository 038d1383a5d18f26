import { useEffect, useState } from 'react'
import './skeleton.css'

/** True once a wait is long enough to be shown: nothing appears under 200 ms. */
export const useSlow = (waiting: boolean): boolean => {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!waiting) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), 200)
    return () => clearTimeout(timer)
  }, [waiting])
  return slow && waiting
}

const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']

/** Grey lines in the shape of what is coming. */
export function Skeleton({ rows = 6, tall = false }: { rows?: number; tall?: boolean }) {
  const slow = useSlow(true)
  if (!slow) return null
  return (
    <div className={`skeleton${tall ? ' tall' : ''}`} aria-hidden="true">
      {places.slice(0, rows).map((place) => (
        <div key={place} className="skeleton-row">
          <i />
          <b />
        </div>
      ))}
    </div>
  )
}
