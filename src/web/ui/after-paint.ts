import { useEffect, useState } from 'react'

/** The value as it was, until what changed with it has been painted: what was asked for is seen first, the rest a frame later. */
export const useAfterPaint = <T>(value: T): T => {
  const [shown, setShown] = useState(value)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setShown(() => value))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [value])
  return shown
}
