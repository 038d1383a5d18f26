import type { Autonomy } from '#core/approval/approval-policy.ts'
import { ANY, type Charter } from '../charter.ts'
import type { Contradiction } from '../contradiction.ts'
import { folded } from '../same-words.ts'

const same = (a: Autonomy, b: Autonomy): boolean =>
  a.role === b.role && a.connector === b.connector && folded(a.subject) === folded(b.subject)

/** What one line of autonomy gives that another clause keeps for several (V1, G9). */
const findInRow = (row: Autonomy, charter: Charter): Contradiction[] => {
  const found: Contradiction[] = []
  const subject = folded(row.subject)
  const named = row.subject !== ANY
  const sensitive = charter.sensitiveSubjects.find(({ name }) => folded(name) === subject)
  const reserved = charter.reservedSubjects.find(({ name }) => folded(name) === subject)
  if (named && sensitive === undefined && reserved === undefined)
    found.push({ code: 'unknown-subject', article: 'autonomy', params: { row } })
  // A manager may be trusted with what needs one reader; nobody is with what needs two.
  if (sensitive !== undefined && (row.role === 'agent' || sensitive.approvers === 2))
    found.push({
      code: 'sensitive-said-alone',
      article: 'autonomy',
      params: { row, subject: sensitive.name, approvers: sensitive.approvers },
    })
  if (reserved !== undefined)
    found.push({ code: 'reserved-said-alone', article: 'autonomy', params: { row, subject: reserved.name } })
  if (row.connector !== ANY && charter.networks.every(({ connector }) => connector !== row.connector))
    found.push({ code: 'network-without-promise', article: 'autonomy', params: { row } })
  const { amountAboveCents } = charter.waiting
  if (row.upToCents !== null && amountAboveCents !== null && row.upToCents > amountAboveCents)
    found.push({
      code: 'amount-alone-but-waits',
      article: 'autonomy',
      params: { row, upToCents: row.upToCents, aboveCents: amountAboveCents },
    })
  return found
}

/** Who may say what, against what several people must read (V1). */
export const findPeopleContradictions = (charter: Charter): Contradiction[] =>
  charter.autonomy.flatMap((row, at) => [
    ...findInRow(row, charter),
    ...(charter.autonomy.slice(0, at).some((earlier) => same(earlier, row) && earlier.upToCents !== row.upToCents)
      ? [{ code: 'two-autonomies', article: 'autonomy', params: { row } } as const]
      : []),
  ])
