import { useState } from 'react'
import type { CaseView } from '#contract/case-view.ts'
import type { LibraryView, PreparedView } from '#contract/statements.ts'
import type { Moment } from '#core/statement/moment.ts'
import type { Wording } from '#core/statement/prepared.ts'
import { SLOTS } from '#core/statement/slots.ts'
import type { LengthLimit } from '#core/text/length.ts'
import { api } from '../api.ts'
import { Pick } from '../charter/pick.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { refreshStatements } from './use-statements.ts'
import { WordingBox } from './wording-box.tsx'
import { useStatementWords } from './words.ts'

const isSame = (a: Place, b: Place): boolean => a.language === b.language && a.connector === b.connector
type Place = Omit<Wording, 'text'>

const BLANK: readonly Wording[] = [
  { language: 'fr', connector: null, text: '' },
  { language: 'en', connector: null, text: '' },
]

/** Both languages are always there to be written; a network that needs its own words is added. */
const withBlanks = (wordings: readonly Wording[]): readonly Wording[] => [
  ...BLANK.map((blank) => wordings.find((one) => isSame(one, blank)) ?? blank),
  ...wordings.filter((one) => !BLANK.some((blank) => isSame(one, blank))),
]

/** One prepared statement, read by the guard while it is written (C4). */
export function PreparedForm({
  prepared,
  guard,
  networks,
  onEnd,
}: {
  prepared: PreparedView | null
  guard: CaseView['guard']
  networks: LibraryView['networks']
  onEnd: () => void
}) {
  const { f, language } = useSpeech()
  const s = useStatementWords()
  const [id] = useState(() => prepared?.id ?? crypto.randomUUID())
  const [title, setTitle] = useState(prepared?.title ?? '')
  const [moment, setMoment] = useState<Moment>(prepared?.moment ?? 'heard')
  const [wordings, setWordings] = useState(() => withBlanks(prepared?.wordings ?? []))
  const written = wordings.filter(({ text }) => text.trim() !== '')
  const { submit, fault, busy } = useSubmit(async () => {
    await api.keepPrepared({ id, version: prepared?.version ?? 0, title, moment, wordings: [...written] })
    await refreshStatements()
    sayDone(s.kept)
    onEnd()
  })
  const put = (changed: Wording) => setWordings(wordings.map((one) => (isSame(one, changed) ? changed : one)))
  const nameOf = ({ language: spoken, connector }: Place): string =>
    s.form.text(
      s.form.languages[spoken],
      connector === null
        ? s.form.anyNetwork
        : (networks.find((one) => one.connector === connector)?.network ?? connector),
    )
  const absent = networks.flatMap((one) =>
    (['fr', 'en'] as const)
      .map((spoken) => ({ language: spoken, connector: one.connector }))
      .filter((place) => !wordings.some((known) => isSame(known, place))),
  )
  return (
    <form className="prepared-form" onSubmit={submit} aria-label={prepared === null ? s.add : s.editOf(prepared.title)}>
      <div className="form-line">
        <TextField
          label={s.form.title}
          required
          maxLength={120}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Pick label={s.form.moment} value={moment} options={s.moments} onChange={setMoment} />
      </div>
      <p className="quiet small">{s.form.slots(f.list(Object.values(SLOTS[language]).map((name) => `{{${name}}}`)))}</p>
      {wordings.map((one) => (
        <WordingBox
          key={`${one.language} ${one.connector}`}
          label={nameOf(one)}
          wording={one}
          guard={guard}
          limit={networks.find(({ connector }) => connector === one.connector)?.limit as LengthLimit | undefined}
          onType={(text) => put({ ...one, text })}
          {...(one.connector !== null && {
            onDrop: () => setWordings(wordings.filter((other) => !isSame(other, one))),
          })}
        />
      ))}
      {absent.length > 0 && (
        <Choice
          label={s.form.addFor}
          value=""
          onChange={(event) => {
            const place = absent[Number(event.target.value)]
            if (place !== undefined) setWordings([...wordings, { ...place, text: '' }])
          }}
        >
          <option value="">{s.form.choose}</option>
          {absent.map((place, n) => (
            <option key={nameOf(place)} value={n}>
              {nameOf(place)}
            </option>
          ))}
        </Choice>
      )}
      <Fault text={fault} />
      <p className="acts">
        <Button type="submit" look="main" isDisabled={busy || title.trim() === '' || written.length === 0}>
          {s.form.keep}
        </Button>
        <Button onPress={onEnd}>{s.form.cancel}</Button>
        {(title.trim() === '' || written.length === 0) && <span className="quiet small">{s.form.needs}</span>}
      </p>
    </form>
  )
}
