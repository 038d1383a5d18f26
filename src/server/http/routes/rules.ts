import type { ruleRoutes } from '#contract/rules.ts'
import { contestFinding } from '#server/actions/contest-finding.ts'
import { decideContest } from '#server/actions/decide-contest.ts'
import { switchRuleOff, switchRuleOn } from '#server/actions/switch-rule.ts'
import { readContests } from '#server/queries/contests.ts'
import { readRules } from '#server/queries/rules.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const rules: Implementations<typeof ruleRoutes> = {
  readRules: forActor(readRules),
  switchRuleOff: forActor(switchRuleOff),
  switchRuleOn: forActor(switchRuleOn),
  contestFinding: forActor(contestFinding),
  readContests: forActor(readContests),
  decideContest: forActor(decideContest),
}
