import { useQuery } from '@tanstack/react-query'
import { queries } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { Gestures } from './file-gestures.tsx'
import { Promises } from './file-promises.tsx'
import { Questions } from './file-questions.tsx'
import { useFileWords } from './file-words.ts'

/** What the desk itself did about a case: promised, asked, given. */
export function FileDeeds({ caseId }: { caseId: string }) {
  const words = useFileWords()
  const { can } = useDesk()
  const { data } = useQuery(queries.caseFile(caseId))
  if (data === undefined) return null
  const works = can('case.work')
  return (
    <>
      <section className="side-block file-promises">
        <h2>{words.promises.title}</h2>
        <Promises caseId={caseId} promises={data.commitments} may={works} />
      </section>
      <section className="side-block file-questions">
        <h2>{words.questions.title}</h2>
        <Questions caseId={caseId} questions={data.questions} departments={data.departments} may={can('note.write')} />
      </section>
      <section className="side-block file-gestures">
        <h2>{words.gestures.title}</h2>
        <Gestures caseId={caseId} file={data} may={works} />
      </section>
    </>
  )
}
