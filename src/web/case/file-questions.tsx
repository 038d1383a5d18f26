import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FileView } from '#contract/case-file.ts'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { queries } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { Choice, TextArea, TextField } from '../ui/field.tsx'
import { sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { FileForm, momentOf, readAgain, tomorrowAtNine } from './file-form.tsx'
import { useFileWords } from './file-words.ts'

type Asked = FileView['questions'][number]

/** What was asked of which department, until when, and what it answered (T3). */
export function Questions({
  caseId,
  questions,
  departments,
  may,
}: {
  caseId: string
  questions: readonly Asked[]
  departments: readonly string[]
  may: boolean
}) {
  const q = useFileWords().questions
  return (
    <>
      {questions.length === 0 && <p className="quiet">{q.none}</p>}
      <ul className="file-facts">
        {questions.map((one) => (
          <Question key={one.id} caseId={caseId} one={one} may={may} />
        ))}
      </ul>
      {may && <AskForm caseId={caseId} departments={departments} />}
    </>
  )
}

function AskForm({ caseId, departments }: { caseId: string; departments: readonly string[] }) {
  const q = useFileWords().questions
  const known = useId()
  const { data } = useQuery(queries.members())
  const [department, setDepartment] = useState('')
  const [askedOf, setAskedOf] = useState('')
  const [question, setQuestion] = useState('')
  const [due, setDue] = useState(tomorrowAtNine)
  const send = async () => {
    await api.askDepartment({
      ...{ id: caseId, department, question, dueAt: momentOf(due) },
      ...(askedOf === '' ? {} : { askedOf }),
    })
    setQuestion('')
  }
  return (
    <FileForm caseId={caseId} open={q.add} keep={q.ask} send={send}>
      {() => (
        <>
          <TextField
            label={q.department}
            value={department}
            maxLength={100}
            list={known}
            required
            autoFocus
            onChange={(e) => setDepartment(e.target.value)}
          />
          <datalist id={known}>
            {departments.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Choice
            label={q.of}
            value={askedOf}
            {...(askedOf === '' && { hint: q.nobodyHint })}
            onChange={(e) => setAskedOf(e.target.value)}
          >
            <option value="">{q.nobody}</option>
            {(data?.members ?? [])
              .filter((one) => !one.disabled)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
          </Choice>
          <TextArea
            label={q.question}
            value={question}
            maxLength={2000}
            rows={3}
            required
            onChange={(e) => setQuestion(e.target.value)}
          />
          <TextField
            label={q.due}
            type="datetime-local"
            value={due}
            required
            onChange={(e) => setDue(e.target.value)}
          />
        </>
      )}
    </FileForm>
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
