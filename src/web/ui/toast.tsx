import { IconX } from '@tabler/icons-react'
import { dismiss, undoLast, useDone } from '../undo.ts'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'
import './toast.css'

/** The last thing done, said once to screen readers, with its way back. */
export function Toast() {
  const w = useWords()
  const done = useDone()
  return (
    <div className="toast-place" role="status" aria-live="polite">
      {done && (
        <div key={done.id} className={`toast ${done.tone}`}>
          <span>{done.text}</span>
          {done.undo && (
            <Button look="quiet" small command="undo" onPress={() => undoLast()}>
              {w.app.undo}
            </Button>
          )}
          <Button look="quiet" small icon={<IconX />} aria-label={w.app.close} onPress={dismiss} />
        </div>
      )}
    </div>
  )
}
