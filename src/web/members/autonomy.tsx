import { useQuery } from '@tanstack/react-query'
import type { RecordView } from '#contract/autonomy.ts'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { useCommand } from '../keys/registry.ts'
import { queries, queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { useAutonomyWords } from './autonomy-words.ts'
import { sayProposal, sayRecord, sayStanding } from './say-record.ts'

/** How far each trainee and agent speaks alone, the facts of it, and the step that a manager may grant by one key (V1, V3). */
export function Autonomy() {
  const { w } = useSpeech()
  const t = useAutonomyWords()
  const { can } = useDesk()
  const { data } = useQuery(queries.autonomy())
  const may = can('autonomy.decide')
  const records = data?.records ?? []
  const due = may ? records.find(({ proposal }) => proposal !== null) : undefined
  const decide = async ({ member, proposal }: RecordView, verdict: 'grant' | 'decline') => {
    if (proposal === null) return
    try {
      await api.decideAutonomy({ id: member.id, verdict, to: proposal.to })
      sayDone(verdict === 'grant' ? t.granted(member.name) : t.declined(member.name))
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await queryClient.invalidateQueries({ queryKey: queries.autonomy().queryKey })
      await queryClient.invalidateQueries({ queryKey: queries.members().queryKey })
    }
  }
  useCommand('grantStep', () => due && void decide(due, 'grant'), due !== undefined)
  useCommand('declineStep', () => due && void decide(due, 'decline'), due !== undefined)
  // Whoever has nothing to decide and no record of their own has nothing to read here.
  if (data === undefined || (records.length === 0 && !may)) return null
  return (
    <Panel title={t.title} note={t.note}>
      {records.length === 0 && <p className="quiet">{t.nobody}</p>}
      <ul className="autonomy">
        {records.map((record) => (
          <li key={record.member.id}>
            <Record record={record} />
            {may && record.proposal !== null && (
              <Verdict record={record} keys={record === due} onDecide={(verdict) => void decide(record, verdict)} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Record({ record }: { record: RecordView }) {
  const { w, f } = useSpeech()
  const t = useAutonomyWords()
  const now = useNow()
  return (
    <div>
      <b>{t.standing(record.member.name, sayStanding(t, f, record.standing))}</b>
      <p className="quiet">{sayRecord(t, f, record, now)}</p>
      {record.proposal !== null && <p className="proposal">{sayProposal(t, { w, f }, record)}</p>}
    </div>
  )
}

/** The first one listens to the keys, and shows them. */
function Verdict({
  record: { member, proposal },
  keys,
  onDecide,
}: {
  record: RecordView
  keys: boolean
  onDecide: (verdict: 'grant' | 'decline') => void
}) {
  const t = useAutonomyWords()
  const way = proposal?.direction ?? 'up'
  const unseen = <span className="unseen">({member.name})</span>
  return (
    <span className="acts">
      <Button look="main" {...(keys && { command: 'grantStep' as const })} onPress={() => onDecide('grant')}>
        {t.grant[way]} {unseen}
      </Button>
      <Button {...(keys && { command: 'declineStep' as const })} onPress={() => onDecide('decline')}>
        {t.decline[way]} {unseen}
      </Button>
    </span>
  )
}
