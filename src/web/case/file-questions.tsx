import type { FileView } from '#contract/case-file.ts'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { readAgain } from './file-form.tsx'
import { useFileWords } from './file-words.ts'
import { type Known, QuestionForm } from './question-form.tsx'

type Asked = FileView['questions'][number]

/** What was asked of which department, until when, and what it answered (T3). */
export function Questions({
  caseId,
  questions,
  may,
  ...known
}: Known & { caseId: string; questions: readonly Asked[]; may: boolean }) {
  const q = useFileWords().questions
  return (
    <>
      {questions.length === 0 && <p className="quiet">{q.none}</p>}
      <ul className="file-facts">
        {questions.map((one) => (
          <Question key={one.id} caseId={caseId} one={one} may={may} />
        ))}
      </ul>
      {may && <QuestionForm caseId={caseId} {...known} />}
    </>
  )
}

function Question({ caseId, one, may }: { caseId: string; one: Asked; may: boolean }) {
  const { w, f } = useSpeech()
  const q = useFileWords().questions
  const now = useNow()
  const late = one.answer === null && one.dueAt <= now
  const answer = async () => {
    const said = await ask({
      ...{ kind: 'words', title: q.answer, label: q.answerLabel(one.department), yes: q.keep, required: true },
      long: true,
    } as const)
    if (said === null) return
    try {
      await api.answerQuestion({ id: one.id, answer: said })
      await readAgain(caseId)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return (
    <li className={`file-fact ${one.answer === null ? '' : 'done'}`}>
      <b>{q.to(one.department, one.askedOf?.name ?? '')}</b>
      <p>{one.question}</p>
      {one.reach !== '' && one.answer === null && <p className="quiet">{q.reach(one.reach)}</p>}
      {one.answer === null ? (
        <p className={late ? 'late' : ''}>
          {late ? q.passed(f.spell((now - one.dueAt) / 60_000)) : q.dueAt(f.moment(one.dueAt, now))}
        </p>
      ) : (
        <p>{one.answer}</p>
      )}
      <p className="quiet">
        {one.answeredAt === null
          ? q.asked(one.askedBy.name, f.ago(one.askedAt, now))
          : q.answered(one.answeredBy?.name ?? '', f.ago(one.answeredAt, now))}
      </p>
      {may && one.answer === null && (
        <Button look="link" small onPress={answer}>
          {q.answer}
        </Button>
      )}
    </li>
  )
}
