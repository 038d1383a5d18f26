import type { DeskContract } from '#contract/index.ts'
import type { OutputOf } from '#contract/route.ts'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import '../first-run/welcome.css'

export type ConnectorView = OutputOf<DeskContract['listConnectors']>['connectors'][number]

/** The networks this desk can speak, each with what it was verified against; the practice one first. */
export function Connectors({
  connectors,
  busy = false,
  onChoose,
}: {
  connectors: readonly ConnectorView[]
  busy?: boolean
  onChoose: (connector: ConnectorView) => void
}) {
  const { w, language } = useSpeech()
  const sorted = connectors.toSorted((a, b) => Number(b.practice) - Number(a.practice))
  return (
    <ul className="connectors">
      {sorted.map((connector) => (
        <li key={connector.id} className={connector.practice ? 'connector practice' : 'connector'}>
          <div>
            <h2>{connector.network}</h2>
            <p>{connector.about[language]}</p>
            <p className="small quiet">{connector.verified[language]}</p>
          </div>
          <p>
            <Button look={connector.practice ? 'main' : 'plain'} isDisabled={busy} onPress={() => onChoose(connector)}>
              {connector.practice ? w.channels.practise : w.channels.connectTo(connector.network)}
            </Button>
          </p>
        </li>
      ))}
    </ul>
  )
}
