import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, workspaceId } from '../api.ts'
import { Connectors } from '../channels/connectors.tsx'
import { queries, queryClient } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { useWords } from '../words/words.ts'

/** A first account, or the practice network: forty invented customers, nothing leaves the house. */
export function FirstChannel({ onDone }: { onDone: () => void }) {
  const w = useWords()
  const navigate = useNavigate()
  const { data } = useQuery(queries.connectors())
  const { data: accounts } = useQuery(queries.accounts())
  const practice = data?.connectors.find((c) => c.practice)
  const { submit, fault, busy } = useSubmit(async () => {
    if (practice === undefined) return
    const given = practice.fields.map((field) => [field.name, field.initial ?? ''])
    await api.connectChannel({ connector: practice.id, credentials: Object.fromEntries(given) })
    await queryClient.invalidateQueries({ queryKey: queries.accounts().queryKey })
    onDone()
  })
  const has = (accounts?.accounts.length ?? 0) > 0
  return (
    <>
      <Connectors
        connectors={data?.connectors ?? []}
        busy={busy}
        onChoose={(connector) =>
          connector.practice
            ? submit()
            : void navigate({
                to: '/w/$workspace/channels/connect',
                params: { workspace: workspaceId() },
                search: { connector: connector.id },
              })
        }
      />
      <Fault text={fault} />
      {has && (
        <p className="acts">
          <Button look="main" onPress={onDone}>
            {w.welcome.next}
          </Button>
        </p>
      )}
    </>
  )
}
