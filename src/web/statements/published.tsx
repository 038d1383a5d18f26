import { IconEyeCheck, IconEyeOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { StatementPostView, StatementView } from '#contract/statements.ts'
import { workspaceId } from '../api.ts'
import { DeliveryFoot } from '../case/delivery.tsx'
import { useNow } from '../clock.ts'
import { useAccounts, useDesk } from '../session/session.ts'
import { AccountMark } from '../ui/badge.tsx'
import { useSpeech } from '../words/words.ts'
import { useStatementWords } from './words.ts'
import '../composer/composer.css'
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
  return (
    <li className="statement">
      <p className="statement-head">
        <span className="quiet small">{s.by(by.name, f.moment(madeAt, now))}</span>
        {isOut && can('statement.give') && (
          <Link
            to="/w/$workspace/statements/write"
            params={{ workspace: workspaceId() }}
            search={search}
            className="button small-button plain"
          >
            {s.publishNext}
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
  const { said, delivery, asked, readBack } = post
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
            {asked.state === 'waiting' ? s.waits(asked.by.name) : s.returned(asked.reason ?? '')}
          </p>
        </div>
      )}
    </li>
  )
}
