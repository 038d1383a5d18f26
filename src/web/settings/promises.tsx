import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeskContract } from '#contract/index.ts'
import type { OutputOf } from '#contract/route.ts'
import { api, codeOf } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/field.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useWords } from '../words/words.ts'
import { Duration } from './duration.tsx'
import './settings.css'

type Policy = OutputOf<DeskContract['readPromises']>['policies'][number]

/** How soon a customer is answered, network by network: patience is not the same everywhere (A2). */
export function Promises() {
  const w = useWords()
  const { data } = useQuery(queries.promises())
  return (
    <Panel title={w.settings.promises} note={w.settings.promisesNote}>
      {(data?.policies ?? []).map((policy) => (
        <PolicyLine
          key={`${policy.connector} ${policy.firstReplyMinutes} ${policy.nextReplyMinutes} ${policy.thanksReplyMinutes} ${policy.calendar}`}
          policy={policy}
        />
      ))}
      {data?.policies.length === 0 && <p className="quiet">{w.settings.noPolicy}</p>}
    </Panel>
  )
}

function PolicyLine({ policy }: { policy: Policy }) {
  const w = useWords()
  const [draft, setDraft] = useState(policy)
  const changed = draft !== policy
  const save = async () => {
    const { connector, firstReplyMinutes, nextReplyMinutes, thanksReplyMinutes, calendar } = draft
    try {
      await api.updatePolicy({ connector, firstReplyMinutes, nextReplyMinutes, thanksReplyMinutes, calendar })
      await queryClient.invalidateQueries({ queryKey: queries.promises().queryKey })
      sayDone(w.settings.promiseKept(policy.network))
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return (
    <div className="promise">
      <span className="promise-name">
        {policy.network}
        {policy.default && !changed && <span className="quiet small"> {w.settings.usual}</span>}
      </span>
      <Duration
        label={w.settings.firstReply}
        minutes={draft.firstReplyMinutes}
        onChange={(m) => setDraft({ ...draft, firstReplyMinutes: m })}
      />
      <Duration
        label={w.settings.nextReply}
        minutes={draft.nextReplyMinutes}
        onChange={(m) => setDraft({ ...draft, nextReplyMinutes: m })}
      />
      <Duration
        label={w.settings.thanksReply}
        minutes={draft.thanksReplyMinutes}
        onChange={(m) => setDraft({ ...draft, thanksReplyMinutes: m })}
      />
      <Choice
        label={w.settings.clock}
        value={draft.calendar}
        onChange={(e) => setDraft({ ...draft, calendar: e.target.value === 'business' ? 'business' : 'always' })}
      >
        <option value="always">{w.settings.clocks.always}</option>
        <option value="business">{w.settings.clocks.business}</option>
      </Choice>
      <Button isDisabled={!changed} look={changed ? 'main' : 'plain'} onPress={() => void save()}>
        {w.settings.keep}
      </Button>
    </div>
  )
}
