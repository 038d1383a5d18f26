import { useNavigate } from '@tanstack/react-router'
import type { ChannelHealth } from '#contract/workspace.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { queries, queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { AccountMark } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'

/** One account: does it hear, does it speak, since when, and what to do when it does not. */
export function ChannelCard({ channel }: { channel: ChannelHealth }) {
  const { w, f } = useSpeech()
  const now = useNow()
  const said = (at: number | null) => (at === null ? w.channels.never : f.ago(at, now))
  const facts: [string, string][] = [[w.channels.lastMessage, said(channel.lastMessageAt)]]
  if (channel.listens.includes('webhook')) facts.push([w.channels.lastWebhook, said(channel.lastWebhookAt)])
  if (channel.listens.some((way) => way !== 'webhook')) facts.push([w.channels.lastPoll, said(channel.lastPollAt)])
  if (channel.pollFailures > 0) facts.push([w.channels.failures, f.number(channel.pollFailures)])
  if (channel.quietUntil !== null && channel.quietUntil > now)
    facts.push([w.channels.quietUntil, f.clock(channel.quietUntil)])
  if (channel.tokenExpiresAt !== null) facts.push([w.channels.token, f.moment(channel.tokenExpiresAt, now)])
  if (channel.gapsRepaired > 0) facts.push([w.channels.gaps, f.number(channel.gapsRepaired)])
  if (channel.outsideDesk > 0) facts.push([w.channels.outside, f.number(channel.outsideDesk)])
  if (channel.waitingReceipts > 0) facts.push([w.channels.waitingReceipts, f.number(channel.waitingReceipts)])
  return (
    <article className={`channel ${channel.state}`}>
      <header className="channel-head">
        <AccountMark name={channel.displayName} colour={channel.colour} url={channel.avatarUrl} size={32} />
        <div>
          <h2>{channel.displayName}</h2>
          <p className="quiet small">
            {channel.network}, {channel.handle}
          </p>
        </div>
      </header>
      <p className={`channel-state ${channel.state}`}>{w.channels.states[channel.state]}</p>
      {channel.attention !== null && <p className="late">{w.channels.attention(channel.attention)}</p>}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {channel.hookUrl !== null && <CopyLine label={w.channels.hook} text={channel.hookUrl} />}
      <ChannelActs channel={channel} />
    </article>
  )
}

function ChannelActs({ channel }: { channel: ChannelHealth }) {
  const { w } = useSpeech()
  const { can } = useDesk()
  const navigate = useNavigate()
  const run = async (deed: () => Promise<unknown>, done: string) => {
    try {
      await deed()
      sayDone(done)
      await queryClient.invalidateQueries({ queryKey: queries.channels().queryKey })
      await queryClient.invalidateQueries({ queryKey: queries.accounts().queryKey })
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  const disconnect = async () => {
    const name = `${channel.network} ${channel.handle}`
    const sure = await ask({
      kind: 'confirm',
      title: w.channels.disconnectTitle(name),
      text: w.channels.disconnectText,
      yes: w.channels.disconnect,
      danger: true,
    })
    if (sure !== null) await run(() => api.disconnectChannel({ id: channel.id }), w.channels.disconnected)
  }
  const reconnect = () =>
    void navigate({
      to: '/w/$workspace/channels/connect',
      params: { workspace: workspaceId() },
      search: { connector: channel.connector, again: channel.id },
    })
  const live = channel.state !== 'disconnected'
  return (
    <p className="acts">
      {live && (
        <Button small onPress={() => void run(() => api.checkChannel({ id: channel.id }), w.channels.checking)}>
          {w.channels.check}
        </Button>
      )}
      {can('channels.write') && (
        <>
          <Button small look={channel.state === 'connected' ? 'plain' : 'main'} onPress={reconnect}>
            {w.channels.reconnect}
          </Button>
          {live && (
            <Button small look="danger" onPress={() => void disconnect()}>
              {w.channels.disconnect}
            </Button>
          )}
          <input
            className="colour-input"
            type="color"
            aria-label={w.channels.colour}
            title={w.channels.colour}
            defaultValue={channel.colour}
            onBlur={(e) =>
              e.target.value !== channel.colour &&
              void run(() => api.updateChannel({ id: channel.id, colour: e.target.value }), w.channels.coloured)
            }
          />
        </>
      )}
    </p>
  )
}
