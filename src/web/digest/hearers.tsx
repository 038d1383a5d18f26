import type { DigestView } from '#contract/digest.ts'
import { topics as allTopics, type Topic } from '#core/triage/labels.ts'
import { api, codeOf, workspaceId } from '../api.ts'
import { useReadingWords } from '../case/reading-words.ts'
import { queryClient } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Choice } from '../ui/field.tsx'
import { sayDone, sayTrouble } from '../undo.ts'
import { useWords } from '../words/words.ts'
import { useDigestWords } from './words.ts'

/** Which department hears of which topic; managers decide, everybody sees it (T5). */
export function Hearers({ departments, topics }: Pick<DigestView, 'departments' | 'topics'>) {
  const t = useDigestWords()
  const w = useWords()
  const { can } = useDesk()
  const named = useReadingWords().topics
  const give = async (topic: Topic, departmentId: string) => {
    try {
      await api.hearTopic({ topic, departmentId: departmentId === '' ? null : departmentId })
      sayDone(t.heard)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    } finally {
      await queryClient.invalidateQueries({ queryKey: [workspaceId(), 'digest'] })
    }
  }
  return (
    <div className="digest-hearers">
      <Panel title={t.hearers} note={t.hearersNote}>
        {departments.length === 0 && <p className="quiet">{t.noDepartments}</p>}
        {departments.length > 0 && (
          <div className="digest-topics">
            {allTopics.map((topic) => (
              <Choice
                key={topic}
                label={named[topic]}
                disabled={!can('rota.write')}
                value={topics.find((one) => one.topic === topic)?.departmentId ?? ''}
                onChange={(e) => void give(topic, e.target.value)}
              >
                <option value="">{t.nobodyHears}</option>
                {departments.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Choice>
            ))}
          </div>
        )}
      </Panel>
    </div>
  )
}
