import { useQuery } from '@tanstack/react-query'
import { useNow } from '../clock.ts'
import { queries } from '../query.ts'
import { useDesk } from '../session/session.ts'
import { useSpeech } from '../words/words.ts'
import { Gestures } from './file-gestures.tsx'
import { Promises } from './file-promises.tsx'
import { Questions } from './file-questions.tsx'
import { useFileWords } from './file-words.ts'
import { whyGiven } from './why-given.ts'

/** What the desk itself did about a case: promised, asked, given. */
export function FileDeeds({ caseId }: { caseId: string }) {
  const words = useFileWords()
  const { can } = useDesk()
  const { data } = useQuery(queries.caseFile(caseId))
  if (data === undefined) return null
  const works = can('case.work')
  return (
    <>
      {data.given !== null && <Given given={data.given} />}
      <section className="side-block file-promises">
        <h2>{words.promises.title}</h2>
        <Promises caseId={caseId} promises={data.commitments} may={works} />
      </section>
      <section className="side-block file-questions">
        <h2>{words.questions.title}</h2>
        <Questions
          caseId={caseId}
          questions={data.questions}
          departments={data.departments}
          asked={data.asked}
          may={can('note.write')}
        />
      </section>
      <section className="side-block file-gestures">
        <h2>{words.gestures.title}</h2>
        <Gestures caseId={caseId} file={data} may={works} />
      </section>
    </>
  )
}

/** Why the desk gave the case to whoever has it: said where the case is read, not only in its history. */
function Given({ given }: { given: Readonly<Record<string, unknown>> }) {
  const { w, f } = useSpeech()
  const words = useFileWords()
  const now = useNow()
  const { data: team } = useQuery(queries.members())
  const nameOf = (id: unknown) => team?.members.find((member) => member.id === id)?.name ?? w.file.somebody
  const said = whyGiven(w, words.given, given, nameOf, (at) => f.day(at, now))
  return said === null ? null : <p className="side-block quiet file-given">{said}</p>
}
