import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api, workspaceId } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Tick } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useSpeech } from '../words/words.ts'
import { Connectors, type ConnectorView } from './connectors.tsx'
import { CredentialFields } from './credential-fields.tsx'
import { Revealed } from './revealed.tsx'

/** Connects an account: first the network, then what it asks; the network is asked at once. */
export function Connect() {
  const { w } = useSpeech()
  const navigate = useNavigate()
  const search = useSearch({ from: '/w/$workspace/channels/connect' })
  const { data } = useQuery(queries.connectors())
  const chosen = data?.connectors.find((c) => c.id === search.connector)
  const params = { workspace: workspaceId() }
  const choose = (connector: ConnectorView) =>
    void navigate({ to: '/w/$workspace/channels/connect', params, search: { ...search, connector: connector.id } })
  if (chosen === undefined)
    return (
      <Page title={w.channels.connect} answer={w.channels.connectAnswer}>
        <Connectors connectors={data?.connectors ?? []} onChoose={choose} />
      </Page>
    )
  return <ConnectForm key={chosen.id} connector={chosen} again={search.again} />
}

function ConnectForm({ connector, again }: { connector: ConnectorView; again: string | undefined }) {
  const { w, language } = useSpeech()
  const navigate = useNavigate()
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(connector.fields.map((field) => [field.name, field.initial ?? ''])),
  )
  const [declared, setDeclared] = useState(false)
  const asksWhose = again === undefined && connector.declares
  const [reveal, setReveal] = useState<Record<string, string> | null>(null)
  const leave = () => void navigate({ to: '/w/$workspace/channels', params: { workspace: workspaceId() }, search: {} })
  const { submit, fault, busy } = useSubmit(async () => {
    const given = Object.entries(values).filter(([, value]) => value !== '')
    const credentials = Object.fromEntries(given)
    const made =
      again === undefined
        ? await api.connectChannel({
            connector: connector.id,
            credentials,
            ...(asksWhose && { brandAccount: declared }),
          })
        : await api.reconnectChannel({ id: again, credentials })
    await queryClient.invalidateQueries({ queryKey: [workspaceId()] })
    // From a first real account on, the desk asks for a second factor.
    await queryClient.invalidateQueries({ queryKey: queries.session().queryKey })
    if (made.reveal === null) leave()
    else setReveal(made.reveal)
  })
  if (reveal !== null) return <Revealed network={connector.network} reveal={reveal} onDone={leave} />
  return (
    <Page
      title={again === undefined ? w.channels.connectTo(connector.network) : w.channels.reconnectTo(connector.network)}
      answer={connector.about[language]}
    >
      <Panel title={w.channels.credentials} note={w.channels.sealed}>
        <form className="stack" onSubmit={submit}>
          <CredentialFields
            fields={connector.fields}
            values={values}
            onChange={(name, value) => setValues({ ...values, [name]: value })}
          />
          {asksWhose && (
            <Tick
              label={w.access.declare}
              required
              checked={declared}
              onChange={(e) => setDeclared(e.target.checked)}
            />
          )}
          <Fault text={fault} />
          <p className="acts">
            <Button type="submit" look="main" isDisabled={busy}>
              {busy ? w.channels.asking(connector.network) : w.channels.connectYes}
            </Button>
            <Button onPress={leave}>{w.app.cancel}</Button>
          </p>
        </form>
        <p className="small quiet">{connector.verified[language]}</p>
      </Panel>
    </Page>
  )
}
