import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, codeOf } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { Codes } from './codes.tsx'
import { Passkeys } from './passkeys.tsx'
import { useSecondFactorWords } from './words.ts'
import './second-factor.css'

/** What one proves oneself with besides the password: keys, codes, and the codes for a lost telephone. */
export function SecondFactor() {
  const { w } = useSpeech()
  const words = useSecondFactorWords()
  const { workspace } = useDesk()
  const { data, refetch } = useQuery({ queryKey: ['second-factor'], queryFn: () => api.readSecondFactor() })
  const [recovery, setRecovery] = useState<readonly string[] | null>(null)
  const changed = async (codes: readonly string[] | null = null) => {
    if (codes !== null) setRecovery(codes)
    await Promise.all([refetch(), queryClient.invalidateQueries({ queryKey: queries.session().queryKey })])
  }
  /** Runs a deed, says what came of it, and asks the desk again. */
  const run = async (deed: () => Promise<unknown>, done: string) => {
    try {
      await deed()
      sayDone(done)
      await changed()
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  if (data === undefined) return null
  const has = data.codesSince !== null || data.passkeys.length > 0
  const renew = async () => {
    try {
      await changed((await api.renewRecoveryCodes()).recoveryCodes)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return (
    <>
      <p className={workspace?.secondFactorNeeded === true ? 'late' : 'quiet'}>
        {words.why} {workspace?.secondFactorNeeded === true && words.needed}
      </p>
      {recovery !== null && (
        <Panel title={words.recovery} note={words.recoveryNote}>
          <p>{words.recoveryKept(recovery.length)}</p>
          <ul className="recovery-codes code">
            {recovery.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <p className="acts">
            <Button look="main" onPress={() => setRecovery(null)}>
              {words.recoveryDone}
            </Button>
          </p>
        </Panel>
      )}
      <Passkeys passkeys={data.passkeys} onAdded={changed} run={run} />
      <Codes since={data.codesSince} onConfirmed={changed} run={run} />
      {has && recovery === null && (
        <Panel title={words.recovery} note={words.recoveryNote}>
          <p className="acts">
            <span className={data.recoveryLeft < 3 ? 'late' : 'quiet'}>{words.recoveryLeft(data.recoveryLeft)}</span>
            <Button onPress={() => void renew()}>{words.recoveryRenew}</Button>
          </p>
        </Panel>
      )}
    </>
  )
}
