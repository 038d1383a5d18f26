import { Page, Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { useWords } from '../words/words.ts'

/** What the other side needs, shown once: the desk keeps the secret sealed and cannot show it again. */
export function Revealed({
  network,
  reveal,
  onDone,
}: {
  network: string
  reveal: Readonly<Record<string, string>>
  onDone: () => void
}) {
  const w = useWords()
  return (
    <Page title={w.channels.connected(network)} answer={w.channels.revealAnswer}>
      <Panel title={w.channels.reveal} note={w.channels.revealNote}>
        {Object.entries(reveal).map(([name, value]) => (
          <CopyLine key={name} label={w.channels.revealName(name)} text={value} />
        ))}
        <p className="acts">
          <Button look="main" onPress={onDone}>
            {w.channels.revealDone}
          </Button>
        </p>
      </Panel>
    </Page>
  )
}
