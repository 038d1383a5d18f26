import type { DrillView } from '#contract/drills.ts'
import { saveText } from '../outreach/files.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { useSpeech } from '../words/words.ts'
import { useDrillWords, useSaid } from './words.ts'

/** What whoever answers may know: words from inside the house, calls, what is published elsewhere, and what is established. */
export function Briefing({ drill }: { drill: DrillView }) {
  const { f } = useSpeech()
  const t = useDrillWords()
  const said = useSaid()
  return (
    <>
      <Panel title={t.news}>
        {drill.words.length === 0 && <p className="quiet">{t.noNews}</p>}
        <ul className="drill-words" aria-live="polite">
          {drill.words.map((one) => (
            <li key={one.seq}>
              <span className="quiet small">
                {f.spell(one.minute)}, {t.kinds[one.kind]}, {said(one.from)}
              </span>
              <span>{said(one.says)}</span>
              {one.list !== null && <TakeList list={one.list} />}
              {one.answerBy !== null && <b className="small">{t.answerBy(f.spell(one.answerBy))}</b>}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t.known}>
        {drill.facts.length === 0 && <p className="quiet">{t.knownNone}</p>}
        <ul className="drill-words">
          {drill.facts.map(({ minute, says }) => (
            <li key={`${minute} ${says.fr}`}>
              <span className="quiet small">{f.spell(minute)}</span>
              <span>{said(says)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t.briefing}>
        <h3>{said(drill.title)}</h3>
        <p className="prose">{said(drill.briefing)}</p>
        <h3>{t.people}</h3>
        <p>{f.list(drill.people.map(({ name, part }) => `${name} (${t.parts[part]})`))}</p>
        {drill.departments.length > 0 && (
          <>
            <h3>{t.departments}</h3>
            <p>
              {f.list(drill.departments.map(said))}. <span className="quiet">{t.departmentsNote}</span>
            </p>
          </>
        )}
      </Panel>
    </>
  )
}

/** Those whom a department named, as a file: the cell imports it, and they are told before they write (C2). */
function TakeList({ list }: { list: NonNullable<DrillView['words'][number]['list']> }) {
  const t = useDrillWords()
  return (
    <span>
      <Button small onPress={() => saveText(t.listFile, list.text.trim().split('\n'))}>
        {t.takeList(list.people)}
      </Button>{' '}
      <span className="quiet small">{t.takeListNote}</span>
    </span>
  )
}
