import { useState } from 'react'
import type { RotaView } from '#contract/team.ts'
import { DUTIES } from '#core/rota/rota.ts'
import { api } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextField, Tick } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { weekdayName } from './spell.ts'
import { readAgain } from './use-deed.ts'
import { useTeamWords } from './words.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** Who does what, on which days, from when to when: only what a role may do is offered. */
export function ShiftForm({ rota }: { rota: RotaView }) {
  const t = useTeamWords()
  const speech = useSpeech()
  const [duty, setDuty] = useState<(typeof DUTIES)[number]>('answer')
  const [chosen, setChosen] = useState('')
  const [weekdays, setWeekdays] = useState<readonly number[]>([1, 2, 3, 4, 5])
  const [from, setFrom] = useState('09:00')
  const [to, setTo] = useState('18:00')
  const able = rota.members.filter((member) => member.able.includes(duty))
  const member = able.find(({ id }) => id === chosen) ?? able[0]
  const { submit, fault, busy } = useSubmit(async () => {
    if (member === undefined) return
    // A day that ends at midnight ends at 24 h; the browser only knows 00:00.
    const ends = to === '00:00' ? '24:00' : to
    await api.setShift({ memberId: member.id, duty, weekdays: [...weekdays], from, to: ends })
    sayDone(t.putDone(member.name))
    await readAgain()
  })
  return (
    <form className="rota-form" onSubmit={submit} aria-label={t.addShift}>
      <h3>{t.addShift}</h3>
      <div className="form-line">
        <Choice
          label={t.duty}
          value={duty}
          onChange={(e) => setDuty(DUTIES.find((one) => one === e.target.value) ?? duty)}
        >
          {DUTIES.map((one) => (
            <option key={one} value={one}>
              {t.duties[one]}
            </option>
          ))}
        </Choice>
        <Choice label={t.who} value={member?.id ?? ''} onChange={(e) => setChosen(e.target.value)}>
          {able.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <TextField label={t.from} type="time" required value={from} onChange={(e) => setFrom(e.target.value)} />
        <TextField label={t.to} type="time" required value={to} onChange={(e) => setTo(e.target.value)} />
      </div>
      <fieldset className="rota-weekdays">
        <legend>{t.days}</legend>
        {WEEK.map((day) => (
          <Tick
            key={day}
            label={weekdayName(day, speech)}
            checked={weekdays.includes(day)}
            onChange={(e) => setWeekdays(e.target.checked ? [...weekdays, day] : weekdays.filter((one) => one !== day))}
          />
        ))}
      </fieldset>
      <Fault text={fault} />
      <p>
        <Button type="submit" look="main" isDisabled={busy || weekdays.length === 0}>
          {t.put}
        </Button>
      </p>
    </form>
  )
}
