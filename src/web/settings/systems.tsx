import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, codeOf, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { ask } from '../ui/dialogs.ts'
import { Fault } from '../ui/fault.tsx'
import { TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { useSystemWords } from './systems-words.ts'

type Made = { readonly id: string; readonly token: string; readonly secret: string }

const key = () => [workspaceId(), 'fact-sources']
const refresh = () => queryClient.invalidateQueries({ queryKey: key() })
const addressOf = (path: string) => `${location.origin}/api/w/${workspaceId()}${path}`

/** The brand's own systems, which tell what happened to an order; each is shown its keys once (T4). */
export function Systems() {
  const { w, f } = useSpeech()
  const s = useSystemWords()
  const now = useNow()
  const { can } = useDesk()
  const may = can('systems.write')
  const { data } = useQuery({ queryKey: key(), queryFn: () => api.listFactSources(), enabled: may })
  const [name, setName] = useState('')
  const [made, setMade] = useState<Made | null>(null)
  const { submit, fault, busy } = useSubmit(async () => {
    setMade(await api.createFactSource({ name: name.trim() }))
    setName('')
    await refresh()
  })
  const cut = async (id: string, named: string) => {
    const sure = await ask({ kind: 'confirm', title: s.cutTitle(named), text: s.cutText, yes: s.cut, danger: true })
    if (sure === null) return
    try {
      await api.revokeFactSource({ id })
      await refresh()
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  if (!may) return <p className="quiet">{s.adminOnly}</p>
  return (
    <Panel title={w.settings.names.systems} note={s.note}>
      {made !== null && (
        <div className="fact-form">
          <p>{s.once}</p>
          <CopyLine label={s.address} text={addressOf('/facts')} />
          <CopyLine label={s.token} text={made.token} />
          <CopyLine label={s.hookAddress} text={addressOf(`/fact-hooks/${made.id}`)} />
          <CopyLine label={s.secret} text={made.secret} />
          <Button small onPress={() => setMade(null)}>
            {s.seen}
          </Button>
        </div>
      )}
      <ul className="label-list systems">
        {(data?.sources ?? []).map((one) => (
          <li key={one.id}>
            <span>
              <b>{one.name}</b>{' '}
              <span className="quiet small">
                {one.revokedAt !== null
                  ? s.wasCut
                  : one.lastUsedAt === null
                    ? s.neverUsed
                    : s.lastUsed(f.ago(one.lastUsedAt, now))}
              </span>
            </span>
            {one.revokedAt === null && (
              <Button look="link" small onPress={() => cut(one.id, one.name)}>
                {s.cut}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form onSubmit={submit}>
        <TextField
          label={s.name}
          hint={s.nameHint}
          value={name}
          maxLength={80}
          required
          onChange={(e) => setName(e.target.value)}
        />
        <Fault text={fault} />
        <p className="acts">
          <Button type="submit" look="main" isDisabled={busy || name.trim() === ''}>
            {s.add}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
