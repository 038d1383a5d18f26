import { useRouter } from '@tanstack/react-router'
import { codeOf } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import './trouble.css'

/** A screen that could not open: what happened, and what to do. */
export function Trouble({ error }: { error?: unknown }) {
  const w = useWords()
  const router = useRouter()
  const code = error === undefined ? 'no-such-page' : codeOf(error)
  return (
    <section className="trouble">
      <h1>{w.app.troubleTitle}</h1>
      <p>{w.refused(code)}</p>
      <div className="trouble-acts">
        <Button look="main" onPress={() => void router.invalidate()}>
          {w.app.tryAgain}
        </Button>
        <Button onPress={() => void router.navigate({ to: '/' })}>{w.app.backHome}</Button>
      </div>
    </section>
  )
}
