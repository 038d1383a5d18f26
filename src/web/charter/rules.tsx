import { useQuery } from '@tanstack/react-query'
import type { RuleView } from '#contract/rules.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { useRuleWords } from './rule-words.ts'
import './rules.css'

const key = () => [workspaceId(), 'rules']

export const useRules = () => useQuery({ queryKey: key(), queryFn: () => api.readRules() }).data

/** The guard rule by rule: on, off since when, by whom and why, or nobody's to switch (H1). */
export function Rules() {
  const r = useRuleWords()
  const data = useRules()
  if (data === undefined) return null
  const off = data.rules.filter((one) => one.off !== null).length
  return (
    <Panel title={r.title} note={data.hasCharter ? r.answer(off) : r.needsCharter}>
      <ul className="rules">
        {data.rules.map((one) => (
          <RuleLine key={one.rule} one={one} hasCharter={data.hasCharter} />
        ))}
      </ul>
    </Panel>
  )
}

function RuleLine({ one, hasCharter }: { one: RuleView; hasCharter: boolean }) {
  const { w, f } = useSpeech()
  const r = useRuleWords()
  const now = useNow()
  const { can } = useDesk()
  const { rule, off, keptFor, contested, upheld } = one
  const attempt = async (deed: () => Promise<unknown>, said: string) => {
    try {
      await deed()
      sayDone(said)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
    await queryClient.invalidateQueries({ queryKey: key() })
  }
  const switchOff = async () => {
    const hint = rule === 'G3' ? `${r.offHint} ${r.hurts}` : r.offHint
    const question = { title: r.offTitle(rule), label: r.offLabel, hint, yes: r.switchOff }
    const reason = await ask({ kind: 'words', ...question, required: true, long: true })
    if (reason !== null) await attempt(() => api.switchRuleOff({ rule, reason }), r.switchedOff(rule))
  }
  const mayThrow = can('rules.switch') && keptFor === null
  return (
    <li className={off === null ? undefined : 'off'} id={`rule-${rule}`}>
      <span className="charter-rule">{rule}</span>
      <div>
        <p>{w.guard.rule[rule]}</p>
        <p className="quiet small">
          {off !== null ? (
            <span className="soon">
              {r.off(off.by.name, f.day(off.at, now))} {off.reason} {rule === 'G3' && r.hurts}
            </span>
          ) : keptFor !== null ? (
            r.kept[keptFor]
          ) : (
            r.on
          )}
          {contested > 0 && ` ${r.contested(contested, upheld)}`}
        </p>
      </div>
      {mayThrow && off === null && hasCharter && (
        <Button small aria-label={r.offOf(rule)} onPress={() => void switchOff()}>
          {r.switchOff}
        </Button>
      )}
      {mayThrow && off !== null && (
        <Button
          small
          aria-label={r.onOf(rule)}
          onPress={() => void attempt(() => api.switchRuleOn({ rule }), r.switchedOn(rule))}
        >
          {r.switchOn}
        </Button>
      )}
    </li>
  )
}
