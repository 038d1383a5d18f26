import { useState } from 'react'
import type { IncidentMatching } from '#contract/incidents.ts'
import { api } from '../api.ts'
import { useNow } from '../clock.ts'
import { useCommand } from '../keys/registry.ts'
import { useAccounts } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { type Speech, useSpeech } from '../words/words.ts'
import { AboutFields, aboutOf, useAbout } from './about-fields.tsx'
import type { CellPart } from './cell.tsx'
import { deed } from './deeds.ts'
import { type CrisisWords, crisisWords, useCrisisWords } from './words.ts'

/** What is linked, in one sentence. */
const saysMatching = (c: CrisisWords, f: Speech['f'], { all, topics, words, without }: IncidentMatching): string => {
  const parts = all
    ? [c.all]
    : [
        ...(topics.length === 0 ? [] : [c.ofTopics(f.list(topics.map((topic) => c.topicNames[topic])))]),
        ...(words.length === 0 ? [] : [c.ofWords(f.list(words.map(c.quoted)))]),
      ]
  const what = parts.length === 0 ? c.nothing : f.list(parts)
  return c.matches(without.length === 0 ? what : `${what}, ${c.notWords(f.list(without.map(c.quoted)))}`)
}

const setLevel = async (id: string): Promise<void> => {
  const c = crisisWords()
  const picked = await ask({
    ...{ kind: 'pick', title: c.setLevel },
    options: ([1, 2, 3] as const).map((level) => ({ id: String(level), text: c.levels[level] })),
  })
  const level = ([1, 2, 3] as const).find((one) => String(one) === picked)
  if (level !== undefined) await deed(() => api.setIncidentLevel({ id, level }), c.levelSet)
}

/** What the incident is about, and so which mentions are its own; other words link other mentions. */
export function About({ cell, mayLead }: CellPart) {
  const c = useCrisisWords()
  const { f } = useSpeech()
  const now = useNow()
  const { account } = useAccounts()
  const [isOpen, setOpen] = useState(false)
  const [wasOpen, setWasOpen] = useState(false)
  useCommand('describeIncident', () => setOpen(true), mayLead)
  const named = cell.matching.accountIds.map((id) => account(id)?.handle ?? '?')
  return (
    <Panel title={c.about}>
      <p>{saysMatching(c, f, cell.matching)}</p>
      <p className="quiet small">
        {named.length === 0 ? c.allAccounts : c.ofAccounts(f.list(named))}, {c.sinceWhen.toLowerCase()} :{' '}
        {f.moment(cell.sinceAt, now)}
      </p>
      {mayLead && !isOpen && (
        <p className="acts">
          <Button small command="describeIncident" autoFocus={wasOpen} onPress={() => setOpen(true)}>
            {c.describe}
          </Button>
          <Button small onPress={() => void setLevel(cell.id)}>
            {c.setLevel}
          </Button>
        </p>
      )}
      {isOpen && (
        <AboutForm
          cell={cell}
          onDone={() => {
            setWasOpen(true)
            setOpen(false)
          }}
        />
      )}
    </Panel>
  )
}

function AboutForm({ cell, onDone }: Pick<CellPart, 'cell'> & { onDone: () => void }) {
  const c = useCrisisWords()
  const { w } = useSpeech()
  const [draft, setDraft] = useAbout(cell.title, cell.matching, cell.sinceAt)
  const { submit, fault, busy } = useSubmit(async () => {
    await api.describeIncident({ id: cell.id, ...aboutOf(draft, cell.sinceAt) })
    await deed(async () => {}, c.described)
    onDone()
  })
  return (
    <form className="stack" onSubmit={submit}>
      <AboutFields draft={draft} onChange={setDraft} fault={fault} startHere />
      <p className="acts">
        <Button type="submit" look="main" small isDisabled={busy}>
          {c.keep}
        </Button>
        <Button small onPress={onDone}>
          {w.app.cancel}
        </Button>
      </p>
    </form>
  )
}
