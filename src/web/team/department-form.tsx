import { useState } from 'react'
import type { DepartmentView } from '#contract/departments.ts'
import type { RotaView } from '#contract/team.ts'
import { api } from '../api.ts'
import { Duration } from '../settings/duration.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextField, Tick } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { toggled } from './toggled.ts'
import { useTeamWords } from './words.ts'

const TWO_HOURS = 120

/** A department as it stands, or a new one. */
export function DepartmentForm({
  rota,
  kept,
  onDone,
  onCancel,
}: {
  rota: RotaView
  kept: DepartmentView | null
  onDone: (said: string) => Promise<void>
  onCancel: () => void
}) {
  const t = useTeamWords()
  const [name, setName] = useState(kept?.name ?? '')
  const [reach, setReach] = useState(kept?.reach ?? '')
  const [head, setHead] = useState(kept?.head?.id ?? '')
  const [people, setPeople] = useState<readonly string[]>(kept?.people.map(({ id }) => id) ?? [])
  const [promiseMinutes, setPromise] = useState(kept?.promiseMinutes ?? TWO_HOURS)
  const here = new Set(rota.members.map(({ id }) => id))
  const { submit, fault, busy } = useSubmit(async () => {
    const headId = here.has(head) ? head : null
    const asked = { name, reach, headId, people: people.filter((id) => here.has(id)), promiseMinutes }
    await (kept === null ? api.openDepartment(asked) : api.changeDepartment({ id: kept.id, ...asked }))
    await onDone(t.departmentKept(name))
  })
  return (
    <form
      className="rota-form"
      onSubmit={submit}
      aria-label={kept === null ? t.addDepartment : t.editDepartment(kept.name)}
    >
      <div className="form-line">
        <TextField
          label={t.departmentName}
          value={name}
          maxLength={100}
          required
          autoFocus
          onChange={(e) => setName(e.target.value)}
        />
        <TextField
          label={t.reach}
          hint={t.reachHint}
          value={reach}
          maxLength={300}
          onChange={(e) => setReach(e.target.value)}
        />
        <Choice label={t.head} value={head} onChange={(e) => setHead(e.target.value)}>
          <option value="">{t.nobodyHeads}</option>
          {rota.members.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Choice>
        <Duration label={t.promise} minutes={promiseMinutes} onChange={(minutes) => setPromise(Math.max(5, minutes))} />
      </div>
      <fieldset className="rota-weekdays">
        <legend>{t.people}</legend>
        {rota.members.map((one) => (
          <Tick
            key={one.id}
            label={one.name}
            checked={people.includes(one.id)}
            onChange={(e) => setPeople(toggled(people, one.id, e.target.checked))}
          />
        ))}
      </fieldset>
      <Fault text={fault} />
      <p className="acts">
        <Button type="submit" look="main" isDisabled={busy}>
          {t.keep}
        </Button>
        <Button onPress={onCancel}>{t.cancel}</Button>
      </p>
    </form>
  )
}
