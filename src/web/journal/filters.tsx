import { useQuery } from '@tanstack/react-query'
import { queries } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { type Asked, everything } from './filter.ts'
import { useJournalWords } from './words.ts'

/** Who, what, on which case, between which days. */
export function Filters({ asked, onAsk }: { asked: Asked; onAsk: (asked: Asked) => void }) {
  const w = useJournalWords()
  const { data } = useQuery(queries.members())
  const set = (change: Partial<Asked>) => onAsk({ ...asked, ...change })
  return (
    <search className="journal-filters" aria-label={w.filters}>
      <Choice label={w.who} value={asked.memberId} onChange={(e) => set({ memberId: e.target.value })}>
        <option value="">{w.anyone}</option>
        {(data?.members ?? []).map((member) => (
          <option key={member.id} value={member.id}>
            {member.name}
          </option>
        ))}
      </Choice>
      <TextField
        label={w.what}
        placeholder={w.whatHint}
        maxLength={100}
        value={asked.what}
        onChange={(e) => set({ what: e.target.value })}
      />
      <TextField
        label={w.caseNumber}
        inputMode="numeric"
        maxLength={10}
        size={6}
        value={asked.caseNumber}
        onChange={(e) => set({ caseNumber: e.target.value })}
      />
      <TextField label={w.from} type="date" value={asked.from} onChange={(e) => set({ from: e.target.value })} />
      <TextField label={w.to} type="date" value={asked.to} onChange={(e) => set({ to: e.target.value })} />
      <Button isDisabled={asked === everything} onPress={() => onAsk(everything)}>
        {w.clear}
      </Button>
    </search>
  )
}
