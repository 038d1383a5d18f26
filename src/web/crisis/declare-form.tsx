import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { IncidentMatching } from '#contract/incidents.ts'
import { api, workspaceId } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AboutFields, aboutOf, useAbout } from './about-fields.tsx'
import { declare } from './deeds.ts'
import { useCrisisWords } from './words.ts'

type Proposal = { title: string; level: 1 | 2 | 3; matching: IncidentMatching; sinceAt: number; alertId: string | null }
const LEVELS = [1, 2, 3] as const

/** Everything is filled in from what is written now: of an alert, Enter is enough. */
export function DeclareForm() {
  const { data } = useQuery({
    queryKey: [workspaceId(), 'incident-proposal'],
    queryFn: () => api.readIncidentProposal({}),
    staleTime: 0,
    gcTime: 0,
  })
  return data === undefined ? <Skeleton rows={2} tall /> : <Form proposal={data} />
}

function Form({ proposal }: { proposal: Proposal }) {
  const c = useCrisisWords()
  const navigate = useNavigate()
  const [draft, setDraft] = useAbout(proposal.title, proposal.matching, proposal.sinceAt)
  const [level, setLevel] = useState(proposal.level)
  const [busy, setBusy] = useState(false)
  // Where nothing tells what it is about, nothing is taken hold of: no stray Enter opens a cell about nothing, and G goes on leading elsewhere.
  const isKnown = proposal.alertId !== null
  const open = async () => {
    setBusy(true)
    const { alertId } = proposal
    const about = aboutOf(draft, proposal.sinceAt)
    const id = await declare({ ...about, level, ...(alertId !== null && { alertId }) })
    setBusy(false)
    if (id === null) return
    await navigate({ to: '/w/$workspace/crisis', params: { workspace: workspaceId() }, search: { incident: id } })
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void open()
      }}
    >
      <AboutFields draft={draft} onChange={setDraft} fault={null} />
      <Choice
        label={c.level}
        value={level}
        onChange={(e) => setLevel(LEVELS.find((one) => String(one) === e.target.value) ?? level)}
      >
        {LEVELS.map((one) => (
          <option key={one} value={one}>
            {c.levels[one]}
          </option>
        ))}
      </Choice>
      <p className="acts">
        <Button type="submit" look="main" isDisabled={busy} autoFocus={isKnown}>
          {c.open}
        </Button>
      </p>
    </form>
  )
}
