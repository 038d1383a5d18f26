import { Link } from '@tanstack/react-router'
import type { moderationRoutes } from '#contract/moderation.ts'
import type { OutputOf } from '#contract/route.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { saveEvidence } from './save-evidence.ts'
import { type ModerationWords, useModerationWords } from './words.ts'

type One = OutputOf<(typeof moderationRoutes)['listRemovals']>['removals'][number]

const outcomeIn = (m: ModerationWords, outcome: string): string =>
  outcome === 'network-cannot' || outcome === 'no-answer' || outcome === 'account-needs-attention'
    ? m.outcomes[outcome]
    : m.outcomes.other

/** One request: the words, the cause, who asked, who decided, what became of it; the evidence and the reasons at hand. */
export function Removal({ one }: { one: One }) {
  const { language, f } = useSpeech()
  const m = useModerationWords()
  const now = useNow()
  return (
    <li>
      <p>
        <b>{m.causes[one.cause]}</b>, <span className={one.state === 'asked' ? 'soon' : ''}>{m.states[one.state]}</span>
      </p>
      <blockquote dir="auto">
        {one.text}
        <footer className="quiet small">{`${one.authorName}, ${one.network}`}</footer>
      </blockquote>
      <p>{one.reason}</p>
      {one.outcome !== null && <p className="late">{outcomeIn(m, one.outcome)}</p>}
      {one.refusalReason !== null && <p>{one.refusalReason}</p>}
      <p className="quiet small">
        {m.by(one.askedBy.name, f.ago(one.askedAt, now))}
        {one.decidedBy !== null && `, ${m.decided(one.decidedBy.name)}`}
        {`. ${m.hash(one.evidenceHash)}`}
      </p>
      <details>
        <summary>{m.statement}</summary>
        <p className="statement">{one.statement[language]}</p>
      </details>
      <Acts one={one} />
    </li>
  )
}

function Acts({ one }: { one: One }) {
  const { w } = useSpeech()
  const m = useModerationWords()
  const { can, me } = useDesk()
  const mine = one.askedBy.id === me.id
  const attempt = async (deed: () => Promise<unknown>) => {
    try {
      await deed()
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
    await queryClient.invalidateQueries({ queryKey: [workspaceId(), 'removals'] })
  }
  const confirm = async () => {
    const sure = await ask({
      kind: 'confirm',
      title: m.confirmTitle,
      text: m.confirmText,
      yes: m.confirm,
      danger: true,
    })
    if (sure !== null) await attempt(() => api.confirmRemoval({ id: one.id }))
  }
  const refuse = async () => {
    const reason = await ask({ kind: 'words', title: m.refuse, label: m.refuseLabel, yes: m.refuse, required: true })
    if (reason !== null) await attempt(() => api.refuseRemoval({ id: one.id, reason }))
  }
  const decides = can('removal.confirm') && !mine
  const undone = one.state === 'confirmed' || one.state === 'not-hidden'
  return (
    <p className="acts">
      {decides && one.state === 'asked' && (
        <>
          <Button small look="danger" onPress={confirm}>
            {m.confirm}
          </Button>
          <Button small onPress={refuse}>
            {m.refuse}
          </Button>
        </>
      )}
      {decides && undone && (
        <Button small onPress={() => attempt(() => api.confirmRemoval({ id: one.id }))}>
          {m.again}
        </Button>
      )}
      {mine && one.state === 'asked' && (
        <Button small onPress={() => attempt(() => api.withdrawRemoval({ id: one.id }))}>
          {m.withdraw}
        </Button>
      )}
      <Button small look="link" onPress={() => attempt(() => saveEvidence(one.id))}>
        {m.evidence}
      </Button>
      {one.permalink !== null && (
        <a href={one.permalink} target="_blank" rel="noopener noreferrer">
          {m.there}
        </a>
      )}
      <Link to="/w/$workspace/inbox" params={{ workspace: workspaceId() }} search={{ queue: 'all', case: one.caseId }}>
        {m.open(one.caseNumber)}
      </Link>
    </p>
  )
}
