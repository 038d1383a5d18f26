import { useState } from 'react'
import type { DepartmentView } from '#contract/departments.ts'
import type { RotaView, RoutingView } from '#contract/team.ts'
import { api } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextField, Tick } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { HandForm } from './routing-hand.tsx'
import { fromRule, RulesForm, toRule } from './routing-rules.tsx'
import { wordsOf } from './toggled.ts'
import { useTeamWords } from './words.ts'

type Hand = RoutingView['hands'][number]

/** Kept whole, so that what is seen is what holds. */
export function RoutingForm({
  rota,
  kept,
  departments,
}: {
  rota: RotaView
  kept: RoutingView
  departments: readonly DepartmentView[]
}) {
  const t = useTeamWords()
  const [gives, setGives] = useState(kept.gives)
  const [mostOpen, setMostOpen] = useState(String(kept.mostOpen))
  const [typed, setTyped] = useState(kept.skills.join(', '))
  const [hands, setHands] = useState<readonly Hand[]>(kept.hands)
  const [rules, setRules] = useState(() => kept.rules.map(fromRule))
  const skills = wordsOf(typed)
  const able = rota.members.filter(({ able: duties }) => duties.includes('answer'))
  const put = (hand: Hand) => setHands([...hands.filter(({ memberId }) => memberId !== hand.memberId), hand])
  const { submit, fault, busy } = useSubmit(async () => {
    const known = new Set(able.map(({ id }) => id))
    const takes = hands
      .map((hand) => ({ ...hand, skills: hand.skills.filter((skill) => skills.includes(skill)) }))
      .filter(
        (hand) => known.has(hand.memberId) && hand.languages.length + hand.accountIds.length + hand.skills.length > 0,
      )
    await api.changeRouting({ gives, mostOpen: Number(mostOpen), skills, hands: takes, rules: rules.map(toRule) })
    sayDone(t.routingKept)
    await queryClient.invalidateQueries({ queryKey: queries.routing().queryKey })
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
            <TextField
              label={t.skills}
              hint={t.skillsHint}
              value={typed}
              maxLength={2000}
              onChange={(e) => setTyped(e.target.value)}
            />
          </div>
          <p className="quiet small">{t.takesNote}</p>
          {able.map(({ id, name }) => (
            <HandForm
              key={id}
              name={name}
              skills={skills}
              hand={
                hands.find(({ memberId }) => memberId === id) ?? {
                  ...{ memberId: id, languages: [], accountIds: [], skills: [] },
                }
              }
              onChange={put}
            />
          ))}
          <RulesForm rota={rota} skills={skills} departments={departments} rules={rules} onChange={setRules} />
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
