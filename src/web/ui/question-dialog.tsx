import { Fragment, useState } from 'react'
import { FreshSignIn } from '../session/fresh-sign-in.tsx'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'
import type { Asked, Question } from './dialogs.ts'
import { TextArea, TextField } from './field.tsx'
import { Sheet } from './modal.tsx'
import { PickList } from './pick-list.tsx'

type Answer = (value: string | null) => void

/** The one dialog of the desk, in the shape of its question. */
export function QuestionDialog({ asked: { question, answer } }: { asked: Asked }) {
  const w = useWords()
  if (question.kind === 'sign-in')
    return (
      <Sheet label={w.access.freshTitle} onClose={() => answer(null)}>
        <FreshSignIn answer={answer} />
      </Sheet>
    )
  return (
    <Sheet label={question.title} onClose={() => answer(null)}>
      {question.kind === 'pick' ? (
        <Fragment>
          <h2 className="sheet-title">{question.title}</h2>
          <PickList label={question.title} options={question.options} none={question.none} onPick={answer} />
        </Fragment>
      ) : (
        <Form question={question} answer={answer} />
      )}
    </Sheet>
  )
}

const firstValue = (question: Question): string =>
  question.kind === 'words' || question.kind === 'moment' ? (question.initial ?? '') : ''

function Form({ question, answer }: { question: Exclude<Question, { kind: 'pick' | 'sign-in' }>; answer: Answer }) {
  const w = useWords()
  const [value, setValue] = useState(() => firstValue(question))
  const needsWords = question.kind === 'moment' || (question.kind === 'words' && question.required === true)
  const given = question.kind === 'confirm' ? 'yes' : value.trim()
  return (
    <form
      className="sheet-body"
      onSubmit={(event) => {
        event.preventDefault()
        if (given !== '' || !needsWords) answer(given)
      }}
    >
      <h2>{question.title}</h2>
      {question.kind === 'confirm' && <p>{question.text}</p>}
      {question.kind === 'words' && <Words question={question} value={value} onChange={setValue} />}
      {question.kind === 'moment' && (
        <TextField
          label={w.app.dayAndHour}
          {...(question.hint !== undefined && { hint: question.hint })}
          max={question.most}
          type="datetime-local"
          value={value}
          autoFocus
          onChange={(e) => setValue(e.target.value)}
        />
      )}
      <div className="sheet-acts">
        <Button onPress={() => answer(null)}>{w.app.cancel}</Button>
        <Button
          type="submit"
          look={question.kind === 'confirm' && question.danger === true ? 'danger' : 'main'}
          isDisabled={needsWords && given === ''}
          autoFocus={question.kind === 'confirm'}
        >
          {question.yes}
        </Button>
      </div>
    </form>
  )
}

function Words({
  question,
  value,
  onChange,
}: {
  question: Extract<Question, { kind: 'words' }>
  value: string
  onChange: (value: string) => void
}) {
  const shared = {
    label: question.label,
    value,
    autoFocus: true,
    ...(question.hint === undefined ? {} : { hint: question.hint }),
  }
  return question.long === true ? (
    <TextArea {...shared} maxLength={2000} onChange={(e) => onChange(e.target.value)} />
  ) : (
    <TextField {...shared} maxLength={200} onChange={(e) => onChange(e.target.value)} />
  )
}
