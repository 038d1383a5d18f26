import type { OutreachView } from '#contract/outreach.ts'
import { api, codeOf } from '../api.ts'
import { useCommand } from '../keys/registry.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { readAgain } from './query.ts'
import { useOutreachWords } from './words.ts'

type One = NonNullable<OutreachView['outreach']>

/** The message before those who may let it go: nobody approves their own words (V1). */
export function Reading({ outreach, isOpen }: { outreach: One; isOpen: boolean }) {
  const { w, f } = useSpeech()
  const o = useOutreachWords()
  const { can, me } = useDesk()
  const { id, writer, approvedBy, readersNeeded, subject, template } = outreach
  const mayRead = isOpen && can('approval.give') && writer.id !== me.id && approvedBy.every((one) => one.id !== me.id)
  const say = async (verdict: 'approve' | 'return', reason?: string) => {
    try {
      await api.readOutreachWords({ id, verdict, ...(reason === undefined ? {} : { reason }) })
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await readAgain()
    }
  }
  const giveBack = async () => {
    const reason = await ask({
      ...{ kind: 'words', title: o.returnTitle, label: o.returnLabel, yes: o.return, required: true },
    } as const)
    if (reason !== null) await say('return', reason)
  }
  useCommand('approve', () => void say('approve'), mayRead)
  useCommand('giveBack', () => void giveBack(), mayRead)
  return (
    <Panel title={o.message} note={o.readers(readersNeeded)}>
      <p>
        {o.writtenBy(writer.name)} {approvedBy.length > 0 && o.approved(f.list(approvedBy.map(({ name }) => name)))}
      </p>
      <blockquote className="outreach-words" lang={outreach.language}>
        <b>{subject}</b>
        {'\n'}
        {template}
      </blockquote>
      {!isOpen && <p className="soon">{o.tooLate}</p>}
      {mayRead && (
        <p className="acts">
          <Button look="main" command="approve" onPress={() => void say('approve')}>
            {o.approve}
          </Button>
          <Button command="giveBack" onPress={() => void giveBack()}>
            {o.return}
          </Button>
        </p>
      )}
    </Panel>
  )
}
