import { IconEyeCheck, IconEyeOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { StatementPostView, StatementView } from '#contract/statements.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { DeliveryFoot } from '../case/delivery.tsx'
import { useNow } from '../clock.ts'
import { Flags } from '../scheduled/flags.tsx'
import { useAccounts, useDesk } from '../session/session.ts'
import { AccountMark } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { sayTrouble } from '../undo.ts'
import { useSpeech, useWords } from '../words/words.ts'
import { refreshStatements } from './use-statements.ts'
import { useStatementWords } from './words.ts'
import '../composer/composer.css'
import '../scheduled/scheduled.css'
import './statements.css'

/** One statement: what stands on each account, what is on its way, and when it was last seen there (C3, D2). */
export function Published({ statement }: { statement: StatementView }) {
  const { f } = useSpeech()
  const s = useStatementWords()
  const { can } = useDesk()
  const now = useNow()
  const { id, incidentId, by, madeAt, posts } = statement
  const search = { follows: id, ...(incidentId === null ? {} : { incident: incidentId }) }
  const isOut = posts.some(({ said }) => said !== null)
  const hasComeBack = posts.some(({ asked }) => asked !== null && asked.state !== 'waiting')
  return (
    <li className="statement">
      <p className="statement-head">
        <span className="quiet small">{s.by(by.name, f.moment(madeAt, now))}</span>
        {(isOut || hasComeBack) && can('statement.give') && (
          <Link
            to="/w/$workspace/statements/write"
            params={{ workspace: workspaceId() }}
            search={search}
            className="button small-button plain"
          >
            {hasComeBack ? s.resume : s.publishNext}
          </Link>
        )}
      </p>
      <ul className="statement-posts">
        {posts.map((post) => (
          <Post key={post.accountId} post={post} />
        ))}
      </ul>
    </li>
  )
}

function Post({ post }: { post: StatementPostView }) {
  const { w, f } = useSpeech()
  const s = useStatementWords()
  const now = useNow()
  const { account } = useAccounts()
  const { me } = useDesk()
  const { said, delivery, asked, readBack, flags } = post
  const its = account(post.accountId)
  return (
    <li className="statement-post" style={its && { borderInlineStartColor: its.colour }}>
      <p className="speaker">
        {its && <AccountMark name={its.displayName} colour={its.colour} url={its.avatarUrl} />}
        <b>{its && w.composer.speaker(its.displayName, its.network)}</b>
      </p>
      {said && (
        <>
          <p className="bubble-text" dir="auto">
            {said.text}
          </p>
          <p className="quiet small">
            {said.times > 1
              ? s.saidAgain(said.times, f.moment(said.editedAt ?? said.sentAt, now))
              : s.said(f.moment(said.sentAt, now))}{' '}
            {said.permalink !== null && (
              <a href={said.permalink} target="_blank" rel="noreferrer">
                {s.see}
              </a>
            )}
          </p>
          <p className={readBack?.found === 'gone' ? 'statement-read late small' : 'statement-read quiet small'}>
            {readBack?.found === 'gone' ? (
              <IconEyeOff aria-hidden="true" size={14} />
            ) : (
              <IconEyeCheck aria-hidden="true" size={14} />
            )}
            {readBack === null ? s.notYetRead : s[readBack.found](f.moment(readBack.at, now))}
          </p>
        </>
      )}
      <Flags flags={flags} />
      {delivery && (
        <div className="statement-leaving">
          {delivery.text !== said?.text && (
            <p className="bubble-text" dir="auto">
              {delivery.text}
            </p>
          )}
          <DeliveryFoot delivery={delivery} />
        </div>
      )}
      {asked && (
        <div className="statement-asked">
          <p className="bubble-text" dir="auto">
            {asked.text}
          </p>
          <p className="soon small">
            {asked.state === 'waiting'
              ? s.waits(asked.by.name)
              : asked.state === 'returned'
                ? s.returned(asked.reason ?? '')
                : s.takenBack}
          </p>
          {asked.state === 'waiting' && <AskedActs id={asked.id} mine={asked.by.id === me.id} />}
        </div>
      )}
    </li>
  )
}

/** The way back for its writer, or on for who may approve it. */
function AskedActs({ id, mine }: { id: string; mine: boolean }) {
  const w = useWords()
  const s = useStatementWords()
  const { can } = useDesk()
  const withdraw = async () => {
    try {
      await api.withdrawApproval({ id })
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
    await refreshStatements()
  }
  if (mine)
    return (
      <p className="acts">
        <Button small onPress={withdraw}>
          {s.withdraw}
        </Button>
      </p>
    )
  return can('approval.give') ? (
    <p className="acts">
      <Link to="/w/$workspace/approvals" params={{ workspace: workspaceId() }} search={{ request: id }}>
        {s.read}
      </Link>
    </p>
  ) : null
}
