import type { OutreachView } from '#contract/outreach.ts'
import { api, codeOf } from '../api.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { readAgain } from './query.ts'
import { useOutreachWords } from './words.ts'

type One = NonNullable<OutreachView['outreach']>

const SHOWN = [
  'planned',
  'leaving',
  'sent',
  'answered',
  'refused',
  'heldBack',
  'noWay',
  'optedOut',
  'withdrawn',
] as const

/** Who was told, who was not, and why; with what stops it and takes it up again (C2). */
export function Progress({ outreach, may, isOpen }: { outreach: One; may: boolean; isOpen: boolean }) {
  const { w, f } = useSpeech()
  const o = useOutreachWords()
  const { can, me } = useDesk()
  const { id, state, count } = outreach
  const leads = may && (outreach.writer.id === me.id || can('settings.write'))
  const move = async (step: 'pause' | 'resume' | 'withdraw') => {
    if (step === 'withdraw') {
      const sure = await ask({
        kind: 'confirm',
        title: o.withdrawTitle,
        text: o.withdrawText,
        yes: o.withdraw,
        danger: true,
      })
      if (sure === null) return
    }
    try {
      await api.moveOutreach({ id, step })
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await readAgain()
    }
  }
  return (
    <Panel title={o.progress} note={state === 'running' ? o.stopNote : undefined}>
      <progress
        max={Math.max(1, count.people)}
        value={count.people - count.planned - count.leaving}
        aria-label={o.progress}
      />
      <dl className="outreach-counts">
        {SHOWN.filter((key) => count[key] > 0 || key === 'sent' || key === 'planned').map((key) => (
          <div key={key} className={key}>
            <dt>{o.counts[key]}</dt>
            <dd>{f.number(count[key])}</dd>
          </div>
        ))}
      </dl>
      {state === 'running' && outreach.minutesLeft > 0 && (
        <p className="quiet">{o.minutesLeft(f.spell(outreach.minutesLeft))}</p>
      )}
      {!isOpen && state === 'paused' && <p className="soon">{o.pausedByClosing}</p>}
      {leads && (state === 'running' || state === 'paused') && (
        <p className="acts">
          {state === 'running' ? (
            <Button onPress={() => void move('pause')}>{o.pause}</Button>
          ) : (
            <Button look="main" onPress={() => void move('resume')}>
              {o.resume}
            </Button>
          )}
          <Button look="danger" onPress={() => void move('withdraw')}>
            {o.withdraw}
          </Button>
        </p>
      )}
    </Panel>
  )
}
