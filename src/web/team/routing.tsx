import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RotaView, RoutingView } from '#contract/team.ts'
import { api, workspaceId } from '../api.ts'
import { queryClient } from '../query.ts'
import { useAccounts, useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextField, Tick } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { useTeamWords } from './words.ts'

type Hand = RoutingView['hands'][number]
const LANGUAGES = ['fr', 'en'] as const

const routingKey = () => [workspaceId(), 'routing']

/** Whether new cases find an owner by themselves, and who takes what (T2). */
export function Routing({ rota }: { rota: RotaView }) {
  const t = useTeamWords()
  const { can } = useDesk()
  const { data } = useQuery({ queryKey: routingKey(), queryFn: () => api.readRouting() })
  if (data === undefined) return null
  return (
    <Panel title={t.routingTitle} note={t.routingNote}>
      {can('rota.write') ? (
        <RoutingForm key={JSON.stringify(data)} rota={rota} kept={data} />
      ) : (
        <p>{data.gives ? t.routingOn(data.mostOpen) : t.routingOff}</p>
      )}
    </Panel>
  )
}

const toggled = <T extends string>(list: readonly T[], one: T, on: boolean): T[] =>
  on ? [...list, one] : list.filter((other) => other !== one)

function RoutingForm({ rota, kept }: { rota: RotaView; kept: RoutingView }) {
  const t = useTeamWords()
  const { accounts } = useAccounts()
  const [gives, setGives] = useState(kept.gives)
  const [mostOpen, setMostOpen] = useState(String(kept.mostOpen))
  const [hands, setHands] = useState<readonly Hand[]>(kept.hands)
  const able = rota.members.filter(({ able: duties }) => duties.includes('answer'))
  const handOf = (memberId: string): Hand =>
    hands.find((hand) => hand.memberId === memberId) ?? { memberId, languages: [], accountIds: [] }
  const put = (hand: Hand) => setHands([...hands.filter(({ memberId }) => memberId !== hand.memberId), hand])
  const { submit, fault, busy } = useSubmit(async () => {
    const known = new Set(able.map(({ id }) => id))
    const takes = hands.filter((hand) => known.has(hand.memberId) && hand.languages.length + hand.accountIds.length > 0)
    await api.changeRouting({ gives, mostOpen: Number(mostOpen), hands: takes })
    sayDone(t.routingKept)
    await queryClient.invalidateQueries({ queryKey: routingKey() })
  })
  return (
    <form className="rota-form" onSubmit={submit} aria-label={t.routingTitle}>
      <Tick label={t.routingGives} checked={gives} onChange={(e) => setGives(e.target.checked)} />
      {gives && (
        <>
          <div className="form-line">
            <TextField
              label={t.mostOpen}
              type="number"
              required
              min={1}
              max={1000}
              value={mostOpen}
              onChange={(e) => setMostOpen(e.target.value)}
            />
          </div>
          <p className="quiet small">{t.takesNote}</p>
          {able.map(({ id, name }) => {
            const hand = handOf(id)
            return (
              <fieldset key={id} className="rota-weekdays">
                <legend>{name}</legend>
                {LANGUAGES.map((one) => (
                  <Tick
                    key={one}
                    label={t.languages[one]}
                    checked={hand.languages.includes(one)}
                    onChange={(e) => put({ ...hand, languages: toggled(hand.languages, one, e.target.checked) })}
                  />
                ))}
                {accounts.map((account) => (
                  <Tick
                    key={account.id}
                    label={`${account.network} ${account.handle}`}
                    checked={hand.accountIds.includes(account.id)}
                    onChange={(e) =>
                      put({ ...hand, accountIds: toggled(hand.accountIds, account.id, e.target.checked) })
                    }
                  />
                ))}
              </fieldset>
            )
          })}
        </>
      )}
      <Fault text={fault} />
      <p>
        <Button type="submit" isDisabled={busy}>
          {t.keep}
        </Button>
      </p>
    </form>
  )
}
