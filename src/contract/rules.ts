import { z } from 'zod'
import { RULE_CODES } from '#core/guard/rule-codes.ts'
import { route } from './route.ts'
import { audience, done, id, instant, memberRef, nothing } from './shapes.ts'

const rule = z.enum(RULE_CODES)
const words = z.string().trim().min(1).max(500)

const ruleShape = z.object({
  rule,
  /** Why nobody can switch it off; null: a manager may. */
  keptFor: z.enum(['person', 'law', 'account', 'network']).nullable(),
  off: z.object({ by: memberRef, at: instant, reason: z.string() }).nullable(),
  /** Findings of thirty days that their writers held to be wrong. */
  contested: z.number(),
  /** Of those, how many a second person found to be wrong. */
  upheld: z.number(),
})
export type RuleView = z.infer<typeof ruleShape>

const contestShape = z.object({
  id,
  caseId: id,
  caseNumber: z.number(),
  audience,
  rule,
  severity: z.enum(['block', 'approve', 'warn']),
  /** What the guard said, as a key and its parameters. */
  explanation: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }),
  words: z.string(),
  reason: z.string(),
  by: memberRef,
  at: instant,
  outcome: z.enum(['upheld', 'rejected']).nullable(),
  note: z.string().nullable(),
  decidedBy: memberRef.nullable(),
})
export type ContestView = z.infer<typeof contestShape>

export const ruleRoutes = {
  readRules: route({
    method: 'GET',
    path: '/rules',
    scope: 'workspace',
    permission: 'charter.read',
    summary:
      'The guard rule by rule: on or off, since when, by whom and why, and how often its findings were contested.',
    input: nothing,
    output: z.object({ hasCharter: z.boolean(), rules: z.array(ruleShape) }),
  }),
  switchRuleOff: route({
    method: 'PUT',
    path: '/rules/:rule/switch',
    scope: 'workspace',
    permission: 'rules.switch',
    fresh: true,
    summary:
      'Switches a rule of the guard off for the brand, with a reason; never one that protects people or the law.',
    input: z.strictObject({ rule, reason: words }),
    output: done,
  }),
  switchRuleOn: route({
    method: 'DELETE',
    path: '/rules/:rule/switch',
    scope: 'workspace',
    permission: 'rules.switch',
    summary: 'Has the guard read by a rule again.',
    input: z.strictObject({ rule }),
    output: done,
  }),
  contestFinding: route({
    method: 'POST',
    path: '/cases/:id/contests',
    scope: 'workspace',
    permission: 'draft.write',
    summary: 'Holds a finding to be wrong, with a reason: what kept the words in makes them wait for a second person.',
    input: z.strictObject({
      id,
      audience,
      text: z.string().min(1).max(20_000),
      /** Which finding of this text. */
      rule,
      code: z.string().max(60),
      start: z.number().int().min(0),
      reason: words,
    }),
    output: z.object({ id, goesToReader: z.boolean() }),
  }),
  readContests: route({
    method: 'GET',
    path: '/contests',
    scope: 'workspace',
    permission: 'contest.decide',
    summary: 'What writers contest: those that nobody has decided first, then the newest.',
    input: nothing,
    output: z.object({ contests: z.array(contestShape) }),
  }),
  decideContest: route({
    method: 'POST',
    path: '/contests/:id/outcome',
    scope: 'workspace',
    permission: 'contest.decide',
    summary: 'Says whether the guard was wrong; a rejected contest makes nothing wait any more, it keeps the words in.',
    input: z.strictObject({ id, outcome: z.enum(['upheld', 'rejected']), note: z.string().trim().max(500).optional() }),
    output: done,
  }),
}
