import { useState } from 'react'
import type { RotaView } from '#contract/team.ts'
import { api } from '../api.ts'
import { useDesk } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { readAgain } from './use-deed.ts'
import { useTeamWords } from './words.ts'

/** One's own absence; for whoever plans, anybody's. */
export function AbsenceForm({ rota }: { rota: RotaView }) {
  const t = useTeamWords()
  const { can, me } = useDesk()
  const [memberId, setMemberId] = useState(me.id)
  const [fromDay, setFromDay] = useState(rota.today)
  const [untilDay, setUntilDay] = useState(rota.today)
  const [standIn, setStandIn] = useState('')
  const people = can('rota.write') ? rota.members : rota.members.filter(({ id }) => id === me.id)
  const others = rota.members.filter(({ id }) => id !== memberId)
  const { submit, fault, busy } = useSubmit(async () => {
    const standInId = others.some(({ id }) => id === standIn) ? standIn : null
    await api.recordAbsence({ memberId, fromDay, untilDay, standInId })
    sayDone(t.recorded(rota.members.find(({ id }) => id === memberId)?.name ?? ''))
    await readAgain()
  })
  return (
    <form className="rota-form" onSubmit={submit} aria-label={t.addAbsence}>
      <h3>{t.addAbsence}</h3>
      <div className="form-line">
        <Choice label={t.who} value={memberId} onChange={(e) => setMemberId(e.target.value)}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <TextField
          label={t.firstDay}
          type="date"
          required
          value={fromDay}
          onChange={(e) => {
            setFromDay(e.target.value)
            if (untilDay < e.target.value) setUntilDay(e.target.value)
          }}
        />
        <TextField
          label={t.lastDay}
          type="date"
          required
          min={fromDay}
          value={untilDay}
          onChange={(e) => setUntilDay(e.target.value)}
        />
        <Choice label={t.standIn} value={standIn} onChange={(e) => setStandIn(e.target.value)}>
          <option value="">{t.nobodyStandsIn}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
      </div>
      <Fault text={fault} />
      <p>
        <Button type="submit" look="main" isDisabled={busy}>
          {t.record}
        </Button>
      </p>
    </form>
  )
}
