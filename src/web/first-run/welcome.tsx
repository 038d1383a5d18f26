import { useNavigate, useSearch } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { InviteForm } from '../members/invite-form.tsx'
import { Promises } from '../settings/promises.tsx'
import { Page, Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { FirstChannel } from './first-channel.tsx'
import './welcome.css'

const steps = ['channel', 'promise', 'people'] as const

/** Three questions before the first answer: where do people write, how soon do you answer, who answers. */
export function Welcome() {
  const w = useWords()
  const navigate = useNavigate()
  const { step = 'channel' } = useSearch({ from: '/w/$workspace/welcome' })
  const params = { workspace: workspaceId() }
  const go = (next: 'promise' | 'people') =>
    void navigate({ to: '/w/$workspace/welcome', params, search: { step: next } })
  const finish = () => void navigate({ to: '/w/$workspace/inbox', params, search: {} })
  return (
    <Page title={w.welcome.titles[step]} answer={w.welcome.answers[step]}>
      <ol className="steps" aria-label={w.welcome.steps}>
        {steps.map((s) => (
          <li key={s} aria-current={s === step ? 'step' : undefined}>
            {w.welcome.names[s]}
          </li>
        ))}
      </ol>
      {step === 'channel' && <FirstChannel onDone={() => go('promise')} />}
      {step === 'promise' && (
        <>
          <Promises />
          <p className="acts">
            <Button look="main" onPress={() => go('people')}>
              {w.welcome.next}
            </Button>
          </p>
        </>
      )}
      {step === 'people' && (
        <>
          <Panel title={w.members.invite} note={w.welcome.peopleNote}>
            <InviteForm />
          </Panel>
          <p className="acts">
            <Button look="main" onPress={finish}>
              {w.welcome.finish}
            </Button>
          </p>
        </>
      )}
    </Page>
  )
}
