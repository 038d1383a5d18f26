import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ContestView } from '#contract/rules.ts'
import type { Explanation } from '#core/guard/finding.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { useRuleWords } from './rule-words.ts'

const key = () => [workspaceId(), 'contests']

/** What the team holds to be wrong in the guard, for managers to judge: the rule, the words, the reason (V1). */
export function Contests() {
  const r = useRuleWords()
  const { data } = useQuery({ queryKey: key(), queryFn: () => api.readContests() })
  const contests = data?.contests ?? []
  const open = contests.filter(({ outcome }) => outcome === null).length
  if (contests.length === 0) return null
  return (
    <Panel title={r.contests} note={r.open(open)}>
      <ul className="contests">
        {contests.map((one) => (
          <Contest key={one.id} one={one} />
        ))}
      </ul>
    </Panel>
  )
}

function Contest({ one }: { one: ContestView }) {
  const { w, f } = useSpeech()
  const r = useRuleWords()
  const now = useNow()
  return (
    <li>
      <p>
        <span className="charter-rule">{one.rule}</span> <b>{w.guard.rule[one.rule]}</b>{' '}
        <span className="quiet small">{w.guard.severity[one.severity]}</span>
      </p>
      <blockquote dir="auto">{one.words}</blockquote>
      <p className="quiet small">{w.guard.explain(one.explanation as Explanation)}</p>
      <p>
        <span className="quiet">{r.by(one.by.name, f.ago(one.at, now))}</span> {one.reason}
      </p>
      {one.outcome !== null && (
        <p className="quiet small">
          {r.decided[one.outcome](one.decidedBy?.name ?? '')} {one.note}
        </p>
      )}
      <p className="acts">
        <Link
          to="/w/$workspace/inbox"
          params={{ workspace: workspaceId() }}
          search={{ queue: 'all', case: one.caseId }}
        >
          {r.inCase(one.caseNumber)}
        </Link>
        {one.outcome === null && <Decide one={one} />}
      </p>
    </li>
  )
}

function Decide({ one }: { one: ContestView }) {
  const { w } = useSpeech()
  const r = useRuleWords()
  const { me } = useDesk()
  if (me.id === one.by.id) return <span className="quiet small">{r.own}</span>
  const decide = async (outcome: 'upheld' | 'rejected') => {
    const question = { title: r.noteTitle, label: r.noteLabel, hint: r.noteHint, yes: r.reject }
    const note = outcome === 'upheld' ? '' : await ask({ kind: 'words', ...question, long: true })
    if (note === null) return
    try {
      await api.decideContest({ id: one.id, outcome, ...(note === '' ? {} : { note }) })
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
    await queryClient.invalidateQueries({ queryKey: key() })
    await queryClient.invalidateQueries({ queryKey: [workspaceId(), 'rules'] })
  }
  return (
    <>
      <Button small onPress={() => void decide('upheld')}>
        {r.uphold}
      </Button>
      <Button small onPress={() => void decide('rejected')}>
        {r.reject}
      </Button>
    </>
  )
}
