import { IconArrowUp, IconX } from '@tabler/icons-react'
import type { DepartmentView } from '#contract/departments.ts'
import type { RotaView, RoutingView } from '#contract/team.ts'
import { useAccounts } from '../session/session.ts'
import { Button } from '../ui/button.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { wordsOf } from './toggled.ts'
import { useTeamWords } from './words.ts'

type Rule = RoutingView['rules'][number]

/** A rule as it is typed: words with commas, and one choice each for the place, the language and whom it goes to. */
export type Draft = { readonly words: string; readonly where: string; readonly language: string; readonly to: string }

const BLANK: Draft = { words: '', where: '', language: '', to: '' }

export const fromRule = ({ words, connector, accountId, language, to }: Rule): Draft => ({
  words: words.join(', '),
  where: accountId !== null ? `account:${accountId}` : connector !== null ? `connector:${connector}` : '',
  language: language ?? '',
  to:
    to.kind === 'skill'
      ? `skill:${to.skill}`
      : to.kind === 'department'
        ? `department:${to.departmentId}`
        : `member:${to.memberId}`,
})

const split = (value: string): readonly [kind: string, rest: string] => {
  const at = value.indexOf(':')
  return [value.slice(0, at), value.slice(at + 1)]
}

export const toRule = ({ words, where, language, to }: Draft): Rule => {
  const [place, placeId] = split(where)
  const [kind, id] = split(to)
  return {
    words: wordsOf(words),
    connector: place === 'connector' ? placeId : null,
    accountId: place === 'account' ? placeId : null,
    language: language === 'fr' || language === 'en' ? language : null,
    to:
      kind === 'skill'
        ? { kind, skill: id }
        : kind === 'department'
          ? { kind, departmentId: id }
          : { kind: 'member', memberId: id },
  }
}

type Around = { rota: RotaView; skills: readonly string[]; departments: readonly DepartmentView[] }

/** What goes to whom, the first that fits first (T1, T3). */
export function RulesForm({
  rules,
  onChange,
  ...around
}: Around & { rules: readonly Draft[]; onChange: (rules: Draft[]) => void }) {
  const t = useTeamWords()
  const raise = (place: number) => {
    const rule = rules[place]
    if (rule !== undefined) onChange(rules.filter((_, i) => i !== place).toSpliced(place - 1, 0, rule))
  }
  return (
    <section className="rota-form" aria-label={t.rulesTitle}>
      <h3>{t.rulesTitle}</h3>
      <p className="quiet small">{t.rulesNote}</p>
      {Array.from({ length: rules.length }, (_, i) => i).map((i) => (
        <fieldset key={i} className="routing-rule">
          <legend>{t.rule(i + 1)}</legend>
          <RuleFields
            {...around}
            rule={rules[i] ?? BLANK}
            onChange={(rule) => onChange(rules.map((other, place) => (place === i ? rule : other)))}
          />
          <span className="acts">
            <Button
              look="quiet"
              icon={<IconArrowUp />}
              aria-label={t.raiseRule(i + 1)}
              isDisabled={i === 0}
              onPress={() => raise(i)}
            />
            <Button
              look="quiet"
              icon={<IconX />}
              aria-label={t.dropRule(i + 1)}
              onPress={() => onChange(rules.filter((_, place) => place !== i))}
            />
          </span>
        </fieldset>
      ))}
      <p>
        <Button small onPress={() => onChange([...rules, BLANK])}>
          {t.addRule}
        </Button>
      </p>
    </section>
  )
}

function RuleFields({
  rule,
  rota,
  skills,
  departments,
  onChange,
}: Around & { rule: Draft; onChange: (rule: Draft) => void }) {
  const t = useTeamWords()
  const { accounts } = useAccounts()
  const networks = [...new Map(accounts.map(({ connector, network }) => [connector, network]))]
  const groups = [
    { label: t.toSkill, options: skills.map((skill) => ({ value: `skill:${skill}`, text: skill })) },
    { label: t.toDepartment, options: departments.map(({ id, name }) => ({ value: `department:${id}`, text: name })) },
    { label: t.toMember, options: rota.members.map(({ id, name }) => ({ value: `member:${id}`, text: name })) },
  ]
  return (
    <div className="form-line">
      <TextField
        label={t.ruleWords}
        value={rule.words}
        maxLength={2000}
        required={rule.where === '' && rule.language === ''}
        onChange={(e) => onChange({ ...rule, words: e.target.value })}
      />
      <Choice label={t.ruleWhere} value={rule.where} onChange={(e) => onChange({ ...rule, where: e.target.value })}>
        <option value="">{t.anywhere}</option>
        {networks.map(([connector, network]) => (
          <option key={connector} value={`connector:${connector}`}>
            {t.wholeNetwork(network)}
          </option>
        ))}
        {accounts.map(({ id, network, handle }) => (
          <option key={id} value={`account:${id}`}>
            {`${network} ${handle}`}
          </option>
        ))}
      </Choice>
      <Choice
        label={t.ruleLanguage}
        value={rule.language}
        onChange={(e) => onChange({ ...rule, language: e.target.value })}
      >
        <option value="">{t.anyLanguage}</option>
        <option value="fr">{t.languages.fr}</option>
        <option value="en">{t.languages.en}</option>
      </Choice>
      <Choice label={t.ruleTo} value={rule.to} required onChange={(e) => onChange({ ...rule, to: e.target.value })}>
        <option value="" />
        {groups
          .filter(({ options }) => options.length > 0)
          .map(({ label, options }) => (
            <optgroup key={label} label={label}>
              {options.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </optgroup>
          ))}
      </Choice>
    </div>
  )
}
