import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import type { SessionView } from '#contract/session.ts'
import { codeOf } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { useWords } from '../words/words.ts'
import { canUsePasskeys, PasskeyDeclined, signInByPasskey } from './passkey.ts'

/** A finger, a face or a key in place of a password; nothing where the browser has none. */
export function PasskeyButton({ onEnter }: { onEnter: (session: SessionView) => Promise<void> }) {
  const w = useWords()
  const [fault, setFault] = useState<string | null>(null)
  if (!canUsePasskeys()) return null
  const enter = async () => {
    setFault(null)
    try {
      await onEnter(await signInByPasskey())
    } catch (error) {
      setFault(error instanceof PasskeyDeclined ? w.access.passkeyDeclined : w.refused(codeOf(error)))
    }
  }
  return (
    <>
      <Button icon={<IconFingerprint />} onPress={() => void enter()}>
        {w.access.byPasskey}
      </Button>
      <Fault text={fault} />
    </>
  )
}
