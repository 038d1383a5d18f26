import { keptFor, RULE_CODES } from '#core/guard/rule-codes.ts'
import { idOf, people } from './mock-data.ts'
import type { MockAnswers } from './mock-desk.ts'

const DAY = 86_400_000
const done = { done: true as const }
const contest = (n: number, now: number) => ({
  ...{ id: idOf(41, n), caseId: idOf(3, n), caseNumber: 410 + n, audience: 'public' as const },
  ...{ by: people.aicha, at: now - n * DAY, outcome: null, note: null, decidedBy: null },
})

/** One rule off, two contests that wait and one that was judged. */
export const ruleAnswers = {
  readRules: () => ({
    hasCharter: true,
    rules: RULE_CODES.map((rule) => ({
      ...{ rule, keptFor: keptFor(rule) },
      off:
        rule === 'link'
          ? { by: people.sarah, at: Date.now() - 3 * DAY, reason: 'Nos partenaires de la fête des mères.' }
          : null,
      ...{ contested: rule === 'A4' ? 4 : rule === 'G1' ? 1 : 0, upheld: rule === 'A4' ? 3 : 0 },
    })),
  }),
  switchRuleOff: () => done,
  switchRuleOn: () => done,
  contestFinding: () => ({ id: idOf(41, 9), goesToReader: true }),
  readContests: () => {
    const now = Date.now()
    return {
      contests: [
        {
          ...{ ...contest(1, now), rule: 'A4', severity: 'block', words: '{Jardins}' },
          explanation: { code: 'template-left', params: { what: '{Jardins}' } },
          reason: 'C’est le nom de notre atelier.',
        },
        {
          ...{ ...contest(2, now), rule: 'G1', severity: 'block', words: 'quel est votre numéro ?', by: people.sarah },
          explanation: { code: 'asks-personal-data', params: { what: 'phone', asIfPrivate: false } },
          reason: 'Je parlais du numéro de la rue.',
        },
        {
          ...{ ...contest(3, now), rule: 'G6', severity: 'warn', words: 'notre vieux fourgon a calé' },
          explanation: { code: 'runs-down-our-own', params: {} },
          ...{ reason: 'On peut rire de soi.', outcome: 'upheld', decidedBy: people.sarah, note: 'Oui.' },
        },
      ],
    }
  },
  decideContest: () => done,
} satisfies Partial<MockAnswers>
