import type { CaseView } from '#contract/case-view.ts'
import { mayBeRead } from '#core/guard/contest.ts'
import type { Finding } from '#core/guard/finding.ts'
import { api, codeOf } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { ask } from '../ui/dialogs.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { speaking } from '../words/words.ts'
import { contestWords } from './contest-words.ts'
import { readDraft } from './draft-store.ts'

/** A writer says why the guard is wrong about these words; where a second person may let them go, they may then be put before one (V1). */
export const contest = async (view: CaseView, audience: 'public' | 'private', finding: Finding): Promise<void> => {
  const { w, language } = speaking()
  const c = contestWords[language]
  const hint = finding.severity !== 'block' ? c.lightHint : mayBeRead(finding) ? c.readHint : c.keptHint
  const text = readDraft(view.id, audience)
  const question = { title: w.guard.contestOf(w.guard.rule[finding.rule]), label: c.label, hint, yes: c.yes }
  const reason = await ask({ kind: 'words', ...question, required: true, long: true })
  if (reason === null) return
  try {
    const { rule, code, start } = finding
    const { goesToReader } = await api.contestFinding({ id: view.id, audience, text, rule, code, start, reason })
    sayDone(goesToReader ? c.goes : c.kept)
  } catch (error) {
    sayTrouble(w.refused(codeOf(error)))
  }
  await queryClient.invalidateQueries({ queryKey: queries.case(view.id).queryKey })
}
