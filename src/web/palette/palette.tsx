import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { InboxRow } from '#contract/inbox.ts'
import { api, workspaceId } from '../api.ts'
import { openQueues } from '../inbox/queues.ts'
import { type CommandId, groupOf, keyOf, printKey } from '../keys/commands.ts'
import { liveCommands, readShortcuts, runCommand } from '../keys/registry.ts'
import { useAccounts } from '../session/session.ts'
import { FindList } from '../ui/find-list.tsx'
import { findsIn } from '../ui/finds-in.ts'
import { Sheet } from '../ui/modal.tsx'
import { useWords } from '../words/words.ts'
import { openPanel } from './panel.ts'

type Line = { readonly id: string; readonly text: string; readonly detail: string; readonly run: () => void }

/** What one does here first, then where one can go. */
const rank = (id: CommandId): number => ['answer', 'work', 'go', 'move', 'desk'].indexOf(groupOf(id))
const commandsHere = (): CommandId[] =>
  liveCommands()
    .filter((id) => id !== 'palette' && id !== 'back')
    .toSorted((a, b) => rank(a) - rank(b))

/** Figures alone are a case's number; the last line of the palette looks for them in the words. */
const questionOf = (typed: string): string => (/^#?\d{1,10}$/.test(typed) ? `#${typed.replace('#', '')}` : typed)

/** Customers whose rows are in memory, found by name while one types. */
const knownRows = (typed: string): InboxRow[] => {
  if (typed.length < 2) return []
  const rows = openQueues().flatMap((queue) => queue.view().order.flatMap((id) => queue.row(id) ?? []))
  const found = rows.filter((row) => findsIn(`${row.author.displayName} ${row.author.handle}`, typed))
  return [...new Map(found.map((row) => [row.id, row])).values()].slice(0, 6)
}

/** Everything one can do from here with its key beside it, and every case by its number, its customer or its words. */
export function Palette() {
  const w = useWords()
  const navigate = useNavigate()
  const { account } = useAccounts()
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const { data: found } = useQuery({
    queryKey: [workspaceId(), 'palette', asked],
    queryFn: () => api.listInbox({ q: questionOf(asked), queue: 'all', limit: 8 }),
    enabled: asked.length >= 2 || /^\d+$/.test(asked),
    staleTime: 10_000,
  })
  const close = () => openPanel(null)
  const goTo = (search: { queue: 'all'; case?: string; q?: string }) =>
    void navigate({ to: '/w/$workspace/inbox', params: { workspace: workspaceId() }, search })
  const [commands] = useState(commandsHere)
  const lines: Line[] = commands
    .map((id) => {
      const binding = keyOf(id, readShortcuts())
      return {
        id,
        text: w.commands.names[id],
        detail: binding === null ? '' : printKey(binding),
        run: () => runCommand(id),
      }
    })
    .filter((line) => findsIn(line.text, typed))
  const rows = new Map([...knownRows(asked), ...(found?.rows ?? [])].map((row) => [row.id, row]))
  for (const row of rows.values())
    lines.push({
      id: row.id,
      text: `${row.author.displayName}, ${row.excerpt}`,
      detail: w.commands.caseFound(row.number, account(row.accountId)?.network ?? ''),
      run: () => goTo({ queue: 'all', case: row.id }),
    })
  if (asked.length >= 2)
    lines.push({
      id: 'search-all',
      text: w.commands.seeAll(asked),
      detail: '',
      run: () => goTo({ queue: 'all', q: asked }),
    })
  return (
    <Sheet label={w.commands.title} onClose={close} wide>
      <FindList
        label={w.commands.title}
        placeholder={w.commands.placeholder}
        lines={lines}
        typed={typed}
        none={w.commands.none}
        onType={setTyped}
        onPick={(id) => {
          close()
          const line = lines.find((l) => l.id === id)
          // The dialog gives the focus back first; a command that opens another one comes after.
          if (line !== undefined) setTimeout(line.run, 0)
        }}
      />
    </Sheet>
  )
}
