import { type ReactNode, useState } from 'react'
import type { IncidentMatching } from '#contract/incidents.ts'
import { topics } from '#core/triage/labels.ts'
import { useAccounts } from '../session/session.ts'
import { TextField, Tick } from '../ui/field.tsx'
import { wordsIn } from './listed.ts'
import { useCrisisWords } from './words.ts'

export type AboutDraft = {
  readonly title: string
  readonly words: string
  readonly without: string
  readonly matching: IncidentMatching
  readonly since: string
}

const two = (n: number) => String(n).padStart(2, '0')
const localOf = (at: number) => {
  const d = new Date(at)
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`
}

export const draftOf = (title: string, matching: IncidentMatching, sinceAt: number): AboutDraft => ({
  ...{
    title,
    matching,
    words: matching.words.join(', '),
    without: matching.without.join(', '),
    since: localOf(sinceAt),
  },
})

/** The draft as the desk takes it. */
export const aboutOf = ({ title, words, without, matching, since }: AboutDraft, sinceAt: number) => ({
  title,
  matching: { ...matching, words: wordsIn(words), without: wordsIn(without) },
  // A form knows no seconds: what was not touched stays as it was.
  sinceAt: since === localOf(sinceAt) ? sinceAt : new Date(since).getTime(),
})

export const useAbout = (title: string, matching: IncidentMatching, sinceAt: number) =>
  useState(() => draftOf(title, matching, sinceAt))

const toggled = <T,>(list: readonly T[], one: T, on: boolean): T[] =>
  on ? [...list, one] : list.filter((other) => other !== one)

/** What an incident is about: by words, by topics, on which accounts, since when. */
export function AboutFields({
  draft,
  onChange,
  fault,
  startHere = false,
}: {
  draft: AboutDraft
  onChange: (next: AboutDraft) => void
  fault: ReactNode
  startHere?: boolean
}) {
  const c = useCrisisWords()
  const { accounts } = useAccounts()
  const { matching } = draft
  const match = (more: Partial<IncidentMatching>) => onChange({ ...draft, matching: { ...matching, ...more } })
  return (
    <>
      <TextField
        label={c.name}
        value={draft.title}
        required
        maxLength={120}
        onChange={(e) => onChange({ ...draft, title: e.target.value })}
      />
      <TextField
        label={c.words}
        hint={c.wordsHint}
        value={draft.words}
        autoFocus={startHere}
        fault={typeof fault === 'string' ? fault : null}
        onChange={(e) => onChange({ ...draft, words: e.target.value })}
      />
      <TextField
        label={c.without}
        hint={c.withoutHint}
        value={draft.without}
        onChange={(e) => onChange({ ...draft, without: e.target.value })}
      />
      <fieldset className="claims">
        <legend>{c.topics}</legend>
        {topics
          .filter((topic) => topic !== 'other')
          .map((topic) => (
            <Tick
              key={topic}
              label={c.topicNames[topic]}
              checked={matching.topics.includes(topic)}
              onChange={(e) => match({ topics: toggled(matching.topics, topic, e.target.checked) })}
            />
          ))}
      </fieldset>
      {accounts.length > 1 && (
        <fieldset className="claims">
          <legend>{c.accounts}</legend>
          {accounts.map(({ id, network, handle }) => (
            <Tick
              key={id}
              label={`${network} ${handle}`}
              checked={matching.accountIds.includes(id)}
              onChange={(e) => match({ accountIds: toggled(matching.accountIds, id, e.target.checked) })}
            />
          ))}
        </fieldset>
      )}
      <Tick label={c.all} checked={matching.all} onChange={(e) => match({ all: e.target.checked })} />
      <TextField
        label={c.sinceWhen}
        type="datetime-local"
        required
        value={draft.since}
        onChange={(e) => onChange({ ...draft, since: e.target.value })}
      />
    </>
  )
}
