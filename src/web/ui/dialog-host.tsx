import { lazy, Suspense } from 'react'
import { useAsked } from './dialogs.ts'

const QuestionDialog = lazy(() => import('./question-dialog.tsx').then((m) => ({ default: m.QuestionDialog })))

/** Shows the question that is asked; its parts are loaded with the first one. */
export function DialogHost() {
  const asked = useAsked()
  return <Suspense>{asked && <QuestionDialog key={asked.id} asked={asked} />}</Suspense>
}
