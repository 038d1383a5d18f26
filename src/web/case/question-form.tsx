import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FileView } from '#contract/case-file.ts'
import { api } from '../api.ts'
import { queries } from '../query.ts'
import { Choice, TextArea, TextField } from '../ui/field.tsx'
import { useSpeech } from '../words/words.ts'
import { FileForm, momentOf, tomorrowAtNine } from './file-form.tsx'
import { useFileWords } from './file-words.ts'

/** The brand's departments, and names that were asked before. */
export type Known = { departments: FileView['departments']; asked: readonly string[] }

const OTHER = 'other'

/** One of the brand's departments, by its own promise; or any other, by a time that one chooses (T3). */
export function QuestionForm({ caseId, departments, asked }: Known & { caseId: string }) {
  const { f } = useSpeech()
  const q = useFileWords().questions
  const list = useId()
  const { data } = useQuery(queries.members())
  const [chosen, setChosen] = useState(departments[0]?.id ?? OTHER)
  const [named, setNamed] = useState('')
  const [askedOf, setAskedOf] = useState('')
  const [question, setQuestion] = useState('')
  const [due, setDue] = useState('')
  const one = departments.find(({ id }) => id === chosen)
  const wanted = one === undefined && due === '' ? tomorrowAtNine() : due
  const send = async () => {
    await api.askDepartment({
      ...{ id: caseId, department: one === undefined ? named : { id: one.id }, question },
      ...(wanted === '' ? {} : { dueAt: momentOf(wanted) }),
      ...(askedOf === '' ? {} : { askedOf }),
    })
    setQuestion('')
    setDue('')
  }
  const nobody = one?.head == null ? q.nobody : q.head(one.head.name)
  return (
    <FileForm caseId={caseId} open={q.add} keep={q.ask} send={send}>
      {() => (
        <>
          {departments.length > 0 && (
            <Choice
              label={q.department}
              value={chosen}
              autoFocus
              {...(one !== undefined && one.reach !== '' && { hint: q.reach(one.reach) })}
              onChange={(e) => setChosen(e.target.value)}
            >
              {departments.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value={OTHER}>{q.other}</option>
            </Choice>
          )}
          {one === undefined && (
            <>
              <TextField
                label={departments.length > 0 ? q.otherName : q.department}
                value={named}
                maxLength={100}
                list={list}
                required
                autoFocus={departments.length === 0}
                onChange={(e) => setNamed(e.target.value)}
              />
              <datalist id={list}>
                {asked.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </>
          )}
          <Choice
            label={q.of}
            value={askedOf}
            {...(askedOf === '' && one?.head == null && { hint: q.nobodyHint })}
            onChange={(e) => setAskedOf(e.target.value)}
          >
            <option value="">{nobody}</option>
            {(data?.members ?? [])
              .filter((member) => !member.disabled)
              .map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
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
            value={wanted}
            required={one === undefined}
            {...(one !== undefined && { hint: q.promised(f.spell(one.promiseMinutes)) })}
            onChange={(e) => setDue(e.target.value)}
          />
        </>
      )}
    </FileForm>
  )
}
