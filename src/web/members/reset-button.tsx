import { useState } from 'react'
import type { MemberView } from '#contract/workspace.ts'
import { api, codeOf } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayTrouble } from '../undo.ts'
import { useWords } from '../words/words.ts'

/** A one-time link for a colleague who is locked out, shown once to whoever hands it over. */
export function ResetButton({ member }: { member: MemberView }) {
  const w = useWords()
  const [url, setUrl] = useState<string | null>(null)
  const offer = async () => {
    const what = await ask({
      kind: 'pick',
      title: w.access.resetTitle(member.name),
      options: [
        { id: 'password', text: w.access.resetForgotten },
        { id: 'factors', text: w.access.resetLost, detail: w.access.resetLostDetail },
      ],
    })
    if (what === null) return
    try {
      setUrl((await api.offerReset({ id: member.id, factors: what === 'factors' })).url)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return url === null ? (
    <Button small onPress={() => void offer()}>
      {w.access.resetOffer}
    </Button>
  ) : (
    <CopyLine label={w.access.resetLink(member.name)} text={url} />
  )
}
