import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { queries } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import { ChannelCard } from './channel-card.tsx'
import './channels.css'

/** Can we hear and speak everywhere? */
export function Channels() {
  const w = useWords()
  const { can } = useDesk()
  const navigate = useNavigate()
  const { data, isPending } = useQuery({ ...queries.channels(), refetchInterval: 30_000 })
  const channels = data?.channels ?? []
  const ailing = channels.filter((c) => c.state === 'needs-attention')
  const connect = () =>
    void navigate({ to: '/w/$workspace/channels/connect', params: { workspace: workspaceId() }, search: {} })
  return (
    <Page
      title={w.places.channels}
      tone={ailing.length > 0 ? 'late' : 'calm'}
      answer={
        isPending
          ? '\u00a0'
          : channels.length === 0
            ? w.channels.noneAnswer
            : w.channels.answer(
                channels.filter((c) => c.state === 'connected').length,
                ailing.map((c) => `${c.network} ${c.handle}`),
              )
      }
      acts={
        can('channels.write') && (
          <Button look={channels.length === 0 ? 'main' : 'plain'} icon={<IconPlus />} onPress={connect}>
            {w.channels.connect}
          </Button>
        )
      }
    >
      {isPending && <Skeleton rows={3} tall />}
      <div className="channels">
        {channels.map((channel) => (
          <ChannelCard key={channel.id} channel={channel} />
        ))}
      </div>
      {channels.some((c) => c.waitingReceipts > 0) && (
        <p className="quiet">
          <Link to="/w/$workspace/quarantine" params={{ workspace: workspaceId() }} search={{}}>
            {w.channels.seeQuarantine}
          </Link>
        </p>
      )}
    </Page>
  )
}
