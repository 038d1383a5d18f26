import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Charter } from '#core/charter/charter.ts'
import type { Names } from '#core/charter/clause.ts'
import { type CharterChange, compareCharters } from '#core/charter/compare.ts'
import { api, workspaceId } from '../api.ts'
import { Panel } from '../shell/page.tsx'
import { useSpeech } from '../words/words.ts'
import { Pick } from './pick.tsx'
import { useCharterWords } from './words.ts'

/** What the version shown adds, takes out and changes, against the one in force or any other (H1). */
export function Changes({
  charter,
  names,
  others,
  first,
}: {
  charter: Charter
  names: Names
  others: readonly number[]
  first: number
}) {
  const w = useCharterWords()
  const [against, setAgainst] = useState(String(first))
  const { data } = useQuery({
    queryKey: [workspaceId(), 'charter', 'version', against],
    queryFn: () => api.readCharterVersion({ number: Number(against) }),
  })
  const changes = data === undefined ? null : compareCharters(data.charter as Charter, charter, names)
  return (
    <Panel title={w.changes}>
      {others.length > 1 && (
        <Pick
          label={w.compareWith}
          value={against}
          options={Object.fromEntries(others.map((number) => [String(number), w.version(number)]))}
          onChange={setAgainst}
        />
      )}
      {changes?.length === 0 && <p className="quiet">{w.sameAsBefore}</p>}
      <ul className="charter-changes">
        {(changes ?? []).map((change) => (
          <ChangeLine key={(change.kind === 'removed' ? change.before : change.after).id} change={change} />
        ))}
      </ul>
    </Panel>
  )
}

function ChangeLine({ change }: { change: CharterChange }) {
  const { language } = useSpeech()
  const w = useCharterWords()
  return (
    <li>
      <b>{w.change[change.kind]}</b>
      {change.kind !== 'added' && <del>{change.before.sentence[language]}</del>}
      {change.kind !== 'removed' && <ins>{change.after.sentence[language]}</ins>}
    </li>
  )
}
