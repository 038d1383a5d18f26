import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { AmbassadorsView } from '#contract/ambassadors.ts'
import { api, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { useCommand } from '../keys/registry.ts'
import { queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Person } from './person.tsx'
import { VoucherUses } from './uses.tsx'
import { VoucherRules } from './voucher-rules.tsx'
import { useAmbassadorWords } from './words.ts'
import './ambassadors.css'

const key = () => [workspaceId(), 'ambassadors']
export const readAgain = () => queryClient.invalidateQueries({ queryKey: key() })

/** How many customers stand on each step, and how far the way is for the rest. */
function Steps({ steps }: Pick<AmbassadorsView, 'steps'>) {
  const a = useAmbassadorWords()
  const most = Math.max(1, ...steps.map(({ people }) => people))
  return (
    <ol className="way">
      {steps.map(({ step, people }) => (
        <li key={step}>
          <span className="way-name">{a.steps[step]}</span>
          <i aria-hidden="true" style={{ inlineSize: `${(100 * people) / most}%` }} />
          <span className="way-count">{a.people(people)}</span>
        </li>
      ))}
    </ol>
  )
}

/** Who is where on the way from detractor to ambassador, by dated proof, and what is due next (C5, G8). */
export function Ambassadors() {
  const a = useAmbassadorWords()
  const { can } = useDesk()
  const now = useNow()
  const list = useRef<HTMLUListElement>(null)
  const { data, isPending } = useQuery({ queryKey: key(), queryFn: () => api.readAmbassadors() })
  const walk = (step: 1 | -1) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])]
    const at = items.findIndex((item) => item.contains(document.activeElement))
    items[Math.min(items.length - 1, Math.max(0, at + step))]?.focus()
  }
  const people = data?.people ?? []
  useCommand('next', () => walk(1), people.length > 0)
  useCommand('previous', () => walk(-1), people.length > 0)
  const recommends = data?.steps.find(({ step }) => step === 'recommends')?.people ?? 0
  const late = people.filter(({ due }) => due.dueAt !== null && due.dueAt < now).length
  return (
    <Page title={a.title} tone={late > 0 ? 'late' : 'calm'} answer={isPending ? '\u00a0' : a.answer(recommends, late)}>
      <Panel title={a.way} note={data && a.wayNote(data.lookedAt)}>
        {isPending ? <Skeleton rows={3} /> : <Steps steps={data?.steps ?? []} />}
      </Panel>
      <Panel title={a.list}>
        {!isPending && people.length === 0 && <p className="quiet">{a.none}</p>}
        <ul className="ambassadors" ref={list}>
          {people.map((one) => (
            <Person key={one.key} one={one} />
          ))}
        </ul>
        {data !== undefined && data.more > 0 && <p className="quiet">{a.more(data.more)}</p>}
      </Panel>
      {data !== undefined && can('case.work') && <VoucherUses vouchers={data.vouchers} />}
      {data !== undefined && can('settings.write') && <VoucherRules rules={data.vouchers.rules} />}
    </Page>
  )
}
