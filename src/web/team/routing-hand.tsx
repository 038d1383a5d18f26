import type { RoutingView } from '#contract/team.ts'
import { useAccounts } from '../session/session.ts'
import { Tick } from '../ui/field.tsx'
import { toggled } from './toggled.ts'
import { useTeamWords } from './words.ts'

type Hand = RoutingView['hands'][number]
const LANGUAGES = ['fr', 'en'] as const

/** What one member takes, and what they know. */
export function HandForm({
  name,
  hand,
  skills,
  onChange,
}: {
  name: string
  hand: Hand
  skills: readonly string[]
  onChange: (hand: Hand) => void
}) {
  const t = useTeamWords()
  const { accounts } = useAccounts()
  return (
    <>
      <fieldset className="rota-weekdays">
        <legend>{t.takes(name)}</legend>
        {LANGUAGES.map((one) => (
          <Tick
            key={one}
            label={t.languages[one]}
            checked={hand.languages.includes(one)}
            onChange={(e) => onChange({ ...hand, languages: toggled(hand.languages, one, e.target.checked) })}
          />
        ))}
        {accounts.map((account) => (
          <Tick
            key={account.id}
            label={`${account.network} ${account.handle}`}
            checked={hand.accountIds.includes(account.id)}
            onChange={(e) => onChange({ ...hand, accountIds: toggled(hand.accountIds, account.id, e.target.checked) })}
          />
        ))}
      </fieldset>
      {skills.length > 0 && (
        <fieldset className="rota-weekdays">
          <legend>{t.knows(name)}</legend>
          {skills.map((skill) => (
            <Tick
              key={skill}
              label={skill}
              checked={hand.skills.includes(skill)}
              onChange={(e) => onChange({ ...hand, skills: toggled(hand.skills, skill, e.target.checked) })}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}
