import { useState } from 'react'
import type { OutreachView } from '#contract/outreach.ts'
import { FACT_KINDS, FACT_STATES } from '#core/outreach/fact-named.ts'
import { MOST_PER_MINUTE, USUAL_PER_MINUTE } from '#core/outreach/pace.ts'
import { api, codeOf } from '../api.ts'
import { useCommand } from '../keys/registry.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextArea, TextField, Tick } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { readAgain } from './query.ts'
import { useOutreachWords } from './words.ts'

/** « delivery requested » as the two words that the desk knows. */
const factOf = (key: string) => {
  const [kind, status] = key.split(' ')
  const known = { kind: FACT_KINDS.find((one) => one === kind), status: FACT_STATES.find((one) => one === status) }
  return known.kind === undefined || known.status === undefined ? null : { kind: known.kind, status: known.status }
}

/** The message with its slots, and whom it is for; making the list sends nothing (C2, A4). */
export function MessageForm({ view }: { view: OutreachView }) {
  const { w, language: spoken } = useSpeech()
  const o = useOutreachWords()
  const { me } = useDesk()
  const draft = view.outreach?.state === 'draft' ? view.outreach : null
  const [language, setLanguage] = useState<'fr' | 'en'>(draft?.language ?? spoken)
  const [subject, setSubject] = useState(draft?.subject ?? view.incident.title)
  const [template, setTemplate] = useState(draft?.template ?? o.start)
  const [withWriters, setWithWriters] = useState(draft?.withWriters ?? false)
  const [fact, setFact] = useState(
    draft?.fact === null || draft === null ? '' : `${draft.fact.kind} ${draft.fact.status}`,
  )
  const [perMinute, setPerMinute] = useState(String(draft?.perMinute ?? USUAL_PER_MINUTE))
  const { submit, fault, busy } = useSubmit(async () => {
    const { sendable, left } = await api.prepareOutreach({
      ...{ id: view.incident.id, language, subject, template, withWriters, fact: factOf(fact) },
      perMinute: Number(perMinute),
    })
    sayDone(o.prepared(sendable, left))
    await readAgain()
  })
  const askFor = async () => {
    if (draft === null) return
    try {
      await api.moveOutreach({ id: draft.id, step: 'ask' })
      sayDone(o.askedDone)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await readAgain()
    }
  }
  const mine = draft === null || draft.writer.id === me.id
  useCommand('send', () => submit(), mine && !busy)
  return (
    <Panel title={o.message} note={o.messageNote}>
      {draft?.returnReason != null && <p className="late">{o.returned(draft.returnReason)}</p>}
      {draft !== null && !mine && <p className="quiet">{o.writtenBy(draft.writer.name)}</p>}
      <form className="outreach-form" onSubmit={submit}>
        <div className="form-line">
          <Choice
            label={o.language}
            value={language}
            onChange={(e) => setLanguage(e.target.value === 'en' ? 'en' : 'fr')}
          >
            <option value="fr">{o.languages.fr}</option>
            <option value="en">{o.languages.en}</option>
          </Choice>
          <TextField
            label={o.subject}
            value={subject}
            maxLength={200}
            required
            onChange={(e) => setSubject(e.target.value)}
          />
        </div>
        <TextArea
          label={o.words}
          value={template}
          rows={9}
          maxLength={5_000}
          required
          lang={language}
          onChange={(e) => setTemplate(e.target.value)}
        />
        <div className="form-line">
          <Choice label={o.fact} value={fact} onChange={(e) => setFact(e.target.value)}>
            <option value="">{o.noFact}</option>
            {Object.entries(o.facts).map(([key, said]) => (
              <option key={key} value={key}>
                {said}
              </option>
            ))}
          </Choice>
          <TextField
            label={o.perMinute}
            type="number"
            min="1"
            max={String(MOST_PER_MINUTE)}
            value={perMinute}
            required
            onChange={(e) => setPerMinute(e.target.value)}
          />
        </div>
        <Tick label={o.withWriters} checked={withWriters} onChange={(e) => setWithWriters(e.target.checked)} />
        <Fault text={fault} />
        <p className="acts">
          <Button type="submit" look={draft === null ? 'main' : 'plain'} command="send" isDisabled={busy || !mine}>
            {draft === null ? o.prepare : o.prepareAgain}
          </Button>
          {draft !== null && (
            <Button look="main" isDisabled={draft.count.planned === 0} onPress={() => void askFor()}>
              {o.ask}
            </Button>
          )}
        </p>
        {draft !== null && <p className="quiet">{o.readers(draft.readersNeeded)}</p>}
      </form>
    </Panel>
  )
}
