import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, workspaceId } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { usePolicyWords } from './second-factor-words.ts'

const key = () => [workspaceId(), 'second-factor-policy']

/** When a password alone no longer speaks for the brand, and who could not speak then (G5). */
export function SecondFactorPolicy() {
  const { w, f } = useSpeech()
  const t = usePolicyWords()
  const { can } = useDesk()
  const may = can('members.write')
  const { data } = useQuery({ queryKey: key(), queryFn: () => api.readSecondFactorPolicy(), enabled: may })
  const [chosen, setChosen] = useState<'when-real' | 'always' | null>(null)
  const { submit, fault, busy } = useSubmit(async () => {
    if (chosen === null) return
    await api.changeSecondFactorPolicy({ policy: chosen })
    sayDone(t.kept)
    setChosen(null)
    await queryClient.invalidateQueries({ queryKey: key() })
    await queryClient.invalidateQueries({ queryKey: queries.session().queryKey })
  })
  if (!may) return <p className="quiet">{t.adminOnly}</p>
  if (data === undefined) return null
  const { policy, asked, without } = data
  const value = chosen ?? policy
  return (
    <Panel title={t.title} note={t.note}>
      <form className="stack second-factor-policy" onSubmit={submit}>
        <Choice
          label={t.when}
          value={value}
          onChange={(e) => setChosen(e.target.value === 'always' ? 'always' : 'when-real')}
        >
          {policy === 'off' && chosen === null && <option value="off">{t.policies.off}</option>}
          <option value="when-real">{t.policies['when-real']}</option>
          <option value="always">{t.policies.always}</option>
        </Choice>
        <p>
          {asked ? t.asked : policy === 'off' ? t.notAskedOff : t.notAsked}{' '}
          {without.length === 0 ? t.everybody : t.without(f.list(without.map(({ name }) => name)), without.length)}
        </p>
        <Fault text={fault} />
        <p className="acts">
          <Button type="submit" look="main" isDisabled={busy || value === policy}>
            {w.settings.keep}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
