import { IconBookmark, IconFilter, IconSearch, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { InboxFilter } from '#contract/inbox.ts'
import { workspaceId } from '../api.ts'
import { useCommand } from '../keys/registry.ts'
import { queries } from '../query.ts'
import { useAccounts } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { askFilter, keepView } from './ask-filter.ts'
import { narrowingOf } from './filter.ts'

/** The search box, what narrows the queue (each chip takes itself away), and a way to keep it all under a name. */
export function Filters({ filter }: { filter: InboxFilter }) {
  const w = useWords()
  const navigate = useNavigate()
  const go = (next: InboxFilter) =>
    void navigate({ to: '/w/$workspace/inbox', params: { workspace: workspaceId() }, search: next })
  return (
    <>
      <div className="filters">
        <SearchBox filter={filter} onSearch={go} />
        <Button
          look="quiet"
          small
          icon={<IconFilter />}
          aria-label={w.inbox.filter}
          onPress={async () => {
            const next = await askFilter(filter)
            if (next !== null) go(next)
          }}
        />
        {narrowingOf(filter) > 0 && (
          <Button
            look="quiet"
            small
            icon={<IconBookmark />}
            aria-label={w.inbox.keepView}
            onPress={() => void keepView(filter)}
          />
        )}
      </div>
      <Chips filter={filter} />
    </>
  )
}

function SearchBox({ filter, onSearch }: { filter: InboxFilter; onSearch: (next: InboxFilter) => void }) {
  const w = useWords()
  const box = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(filter.q ?? '')
  const asked = filter.q ?? ''
  useEffect(() => setTyped(asked), [asked])
  useEffect(() => {
    if (typed.trim() === asked) return
    const timer = setTimeout(() => {
      const { q: _, ...rest } = filter
      onSearch(typed.trim() === '' ? rest : { ...rest, q: typed.trim() })
    }, 300)
    return () => clearTimeout(timer)
  }, [typed, asked, filter, onSearch])
  useCommand('search', () => box.current?.focus())
  return (
    <search className="search-box search">
      <IconSearch aria-hidden="true" />
      <input
        ref={box}
        className="control"
        type="search"
        value={typed}
        placeholder={w.inbox.searchPlaceholder}
        aria-label={w.inbox.search}
        maxLength={200}
        onChange={(e) => setTyped(e.target.value)}
        onKeyDown={(e) => e.key === 'Escape' && box.current?.blur()}
      />
    </search>
  )
}

function Chips({ filter }: { filter: InboxFilter }) {
  const w = useWords()
  const { account } = useAccounts()
  const { data: members } = useQuery({ ...queries.members(), enabled: filter.owner !== undefined })
  const { data: labels } = useQuery({ ...queries.labels(), enabled: filter.label !== undefined })
  const { data: incidents } = useQuery({ ...queries.incidents(), enabled: filter.incident !== undefined })
  const named = (id: string) => members?.members.find((m) => m.id === id)?.name ?? w.inbox.someone
  const owner = filter.owner
  const chips: [keyof InboxFilter, string][] = []
  if (owner !== undefined)
    chips.push(['owner', owner === 'me' ? w.inbox.mine : owner === 'nobody' ? w.inbox.unowned : named(owner)])
  if (filter.late === 'true') chips.push(['late', w.inbox.lateOnly])
  if (filter.audience !== undefined) chips.push(['audience', w.inbox.audience[filter.audience]])
  if (filter.account !== undefined) {
    const its = account(filter.account)
    chips.push(['account', its === undefined ? w.inbox.oneAccount : `${its.network} ${its.handle}`])
  }
  if (filter.label !== undefined)
    chips.push(['label', labels?.labels.find((l) => l.id === filter.label)?.name ?? w.inbox.oneLabel])
  if (filter.incident !== undefined)
    chips.push(['incident', incidents?.open.find((one) => one.id === filter.incident)?.title ?? w.inbox.oneIncident])
  if (chips.length === 0) return null
  return (
    <div className="chips">
      {chips.map(([key, text]) => {
        const { [key]: _, ...rest } = filter
        return (
          <Link
            key={key}
            className="chip"
            to="/w/$workspace/inbox"
            params={{ workspace: workspaceId() }}
            search={rest}
            aria-label={w.inbox.dropFilter(text)}
          >
            {text}
            <IconX aria-hidden="true" />
          </Link>
        )
      })}
    </div>
  )
}
