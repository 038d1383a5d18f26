import type { DigestLine } from '#contract/digest.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { useReadingWords } from '../case/reading-words.ts'
import { useNow } from '../clock.ts'
import { queries, queryClient } from '../query.ts'
import { Verbatims } from '../radar/verbatims.tsx'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { useDigestWords } from './words.ts'

/** One thing that customers want: how many say it, in which words, who owns it, and what the department answers. */
export function Line({ line }: { line: DigestLine }) {
  const t = useDigestWords()
  const { w, f } = useSpeech()
  const { can } = useDesk()
  const now = useNow()
  const topic = useReadingWords().topics[line.topic]
  const what = line.label.length > 0 ? line.label.join(', ') : `${topic}, ${t.rest}`
  const change = async (send: () => Promise<unknown>, done: string) => {
    try {
      await send()
      sayDone(done)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await queryClient.invalidateQueries({ queryKey: [workspaceId(), 'digest'] })
    }
  }
  const reply = async () => {
    const answer = await ask({
      ...{ kind: 'words', title: t.replyTitle(what), label: t.replyLabel, hint: t.replyHint, yes: t.replyYes },
      ...{ required: true, long: true },
    })
    if (answer !== null) await change(() => api.answerWish({ id: line.id, answer: answer.slice(0, 4_000) }), t.replied)
  }
  const give = async () => {
    const { members } = await queryClient.ensureQueryData(queries.members())
    const memberId = await ask({
      kind: 'pick',
      title: t.giveOf(what),
      options: members.map(({ id, name }) => ({ id, text: name, on: id === line.owner?.id })),
    })
    if (memberId !== null) await change(() => api.giveWish({ id: line.id, memberId }), t.given)
  }
  const late = line.answer === null && line.dueAt <= now
  return (
    <li className="digest-line">
      <h3>{t.heading(t.intents[line.intent], what)}</h3>
      <p className="quiet small">
        {t.voices(f.number(line.authors), line.authors)}, {t.messages(f.number(line.count), line.count)} ·{' '}
        {t.before(f.number(line.ofCount), f.number(line.beforeCount))} · {topic}
      </p>
      <Verbatims verbatims={line.verbatims} />
      <p className={late ? 'small late' : 'small'}>
        {line.owner === null ? t.noOwner : t.owner(line.owner.name)}
        {line.answer === null && <>, {late ? t.late(f.moment(line.dueAt, now)) : t.due(f.moment(line.dueAt, now))}</>}
      </p>
      {line.answer !== null && (
        <div className="digest-answer">
          <p>{line.answer.text}</p>
          <p className="quiet small">{t.repliedBy(line.answer.by?.name ?? '?', f.moment(line.answer.at, now))}</p>
        </div>
      )}
      {line.answer === null && can('case.work') && (
        <div className="acts">
          <Button small aria-label={t.replyOf(what)} onPress={() => void reply()}>
            {t.reply}
          </Button>
          <Button small look="quiet" aria-label={t.giveOf(what)} onPress={() => void give()}>
            {t.give}
          </Button>
        </div>
      )}
    </li>
  )
}
