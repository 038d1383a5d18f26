import { RefusedError } from '#contract/client.ts'
import type { Finding } from '#core/guard/finding.ts'
import { RULE_CODES } from '#core/guard/rule-codes.ts'
import { switchRuleOff, switchRuleOn } from '#server/actions/switch-rule.ts'
import { isRefused } from '#server/desk.ts'
import type { Attempt } from './attempt.ts'
import { BARRED } from './changes.ts'
import type { Way } from './ways.ts'
import type { Words } from './words.ts'

/** The rule that these words are about; a reason to wait is no rule. */
const ruleOf = ({ name }: Words) => RULE_CODES.find((code) => code === name.split(' ')[0])

const hasRule: Way['words'] = (words) => ruleOf(words) !== undefined

/** What the desk answers a writer that it holds in: what it found. */
const findingsFor = async (a: Attempt): Promise<readonly Finding[]> => {
  try {
    await a.of(a.who).askApproval(await a.reply(a.words.text, a.id()))
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    return (error.refusal.data as { findings?: Finding[] } | undefined)?.findings ?? []
  }
  return []
}

/** The guard in people's hands: contested, or switched off. */
export const guardInHand: readonly Way[] = [
  {
    name: 'contested',
    go: async (a) => {
      const { caseId: id, words } = a
      const audience = words.audience ?? 'public'
      for (const { rule, code, start } of await findingsFor(a))
        await a.tried(
          a.of(a.who).contestFinding({ id, audience, text: words.text, rule, code, start, reason: 'Mais si.' }),
        )
      // What a second person may let go then waits for one.
      if (words.need === 'never' && words.contestable === true) a.needs.set(words.text, 'one')
      const asked = await a.send(words.text)
      await a.ask(words.text, asked)
      await a.world.leave()
      const [first = 'maud'] = a.readers
      await a.approve(asked, a.who)
      await a.approve(asked, first)
      await a.world.leave()
    },
  },
  {
    name: 'a rule switched off by whoever writes',
    words: (words) => hasRule(words) && words.need !== 'nobody',
    go: async (a) => {
      const rule = ruleOf(a.words)
      if (rule === undefined) return
      // Signed in an hour ago: what a fresh sign-in may switch off is the next way's.
      a.world.desk.pass(3_600_000)
      await a.tried(a.of(a.who).switchRuleOff({ rule, reason: 'Pour voir.' }))
      await a.send(a.words.text)
      await a.world.leave()
    },
  },
  {
    name: 'a rule on again while they are held',
    words: (words) => hasRule(words) && words.need !== 'nobody',
    never: BARRED,
    go: async (a) => {
      const { desk } = a.world
      const [rule, maud] = [ruleOf(a.words), a.brand.as('maud')]
      if (rule === undefined) return
      const off = await switchRuleOff(desk, maud, { rule, reason: 'Pour voir.' })
      if (isRefused(off)) a.refused.push(off.refused)
      const id = await a.give(a.words.text)
      await switchRuleOn(desk, maud, { rule })
      await a.world.leave()
      await a.settle(id, 'maud')
      await a.world.leave()
    },
  },
]
