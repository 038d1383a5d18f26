import { IconCopy } from '@tabler/icons-react'
import { sayDone } from '../undo.ts'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'

/** A text to hand over elsewhere, whole and copied in one press. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  const w = useWords()
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    sayDone(w.members.copied)
  }
  return (
    <div className="copy-line">
      <div>
        <span className="small quiet">{label}</span>
        <span className="code">{text}</span>
      </div>
      <Button icon={<IconCopy />} aria-label={w.members.copy(label)} onPress={() => void copy()} />
    </div>
  )
}
