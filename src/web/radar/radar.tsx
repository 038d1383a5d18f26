import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RadarView } from '#contract/radar.ts'
import { api, workspaceId } from '../api.ts'
import { useReadingWords } from '../case/reading-words.ts'
import { useNow } from '../clock.ts'
import { useCommand } from '../keys/registry.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSpeech } from '../words/words.ts'
import { figureOf } from './figures.ts'
import { Mutes } from './mutes.tsx'
import { Story } from './story.tsx'
import { useRadarWords } from './words.ts'
import './radar.css'

export const radarKey = () => [workspaceId(), 'radar']

/** J and K go from line to line, Enter opens one. */
const stepTo = (by: 1 | -1): void => {
  const lines = [...document.querySelectorAll<HTMLButtonElement>('.radar-story > button')]
  const here = lines.findIndex((line) => line.matches(':focus'))
  lines[here < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, here + by))]?.focus()
}

/** What is rising? One line an event, by its own habit, with what people say (L2, L3). */
export function Radar() {
  const t = useRadarWords()
  const { w, f } = useSpeech()
  const now = useNow()
  const { data, isPending } = useQuery({
    queryKey: radarKey(),
    queryFn: () => api.readRadar(),
    refetchInterval: 20_000,
  })
  useCommand('next', () => stepTo(1), (data?.stories.length ?? 0) > 0)
  useCommand('previous', () => stepTo(-1), (data?.stories.length ?? 0) > 0)
  const [first] = data?.stories ?? []
  const said =
    data === undefined
      ? '\u00a0'
      : data.heardAt === null
        ? t.deaf
        : first === undefined && data.learningUntil !== null
          ? t.calmSoFar
          : t.answer(
              data.stories.length,
              first === undefined ? '' : t.words(first.label.join(', ')),
              first === undefined || first.times === null ? t.isNew : t.times(figureOf(f, first.times)),
            )
  return (
    <Page title={t.title} answer={said}>
      {data?.heardAt != null && data.learningUntil !== null && (
        <p className="quiet">{t.learning(f.moment(data.learningUntil, now))}</p>
      )}
      {isPending && <Skeleton rows={4} tall />}
      {data !== undefined && (
        <>
          {/* Where nothing rises there is something to go to: a page that scrolls is reached by the keyboard. */}
          {data.stories.length === 0 && (
            <p>
              <Link to="/w/$workspace/inbox" params={{ workspace: workspaceId() }} search={{}}>
                {w.places.inbox}
              </Link>
            </p>
          )}
          {data.stories.length > 0 && (
            <Panel title={t.lines} note={t.linesNote}>
              <ul className="radar-stories">
                {data.stories.map((story) => (
                  <Story key={story.id} story={story} />
                ))}
              </ul>
            </Panel>
          )}
          <Phrases phrases={data.phrases} />
          <div className="radar-habits">
            <Habits title={t.topics} rows={data.topics} topics />
            <Habits title={t.networks} rows={data.networks} />
          </div>
          <Mutes mutes={data.mutes} />
        </>
      )}
    </Page>
  )
}

function Phrases({ phrases }: { phrases: RadarView['phrases'] }) {
  const t = useRadarWords()
  const { f } = useSpeech()
  return (
    <Panel title={t.phrases}>
      {phrases.length === 0 && <p className="quiet">{t.noPhrases}</p>}
      <ul className="radar-phrases">
        {phrases.map(({ phrase, times }) => (
          <li key={phrase}>
            <Link
              to="/w/$workspace/inbox"
              params={{ workspace: workspaceId() }}
              search={{ queue: 'all', q: phrase }}
              aria-label={t.search(phrase)}
            >
              {phrase}
            </Link>{' '}
            <span className="quiet small">{times === null ? t.isNew : t.times(figureOf(f, times))}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Habits({ title, rows, topics = false }: { title: string; rows: RadarView['topics']; topics?: boolean }) {
  const t = useRadarWords()
  const { f } = useSpeech()
  const named: Readonly<Record<string, string>> = useReadingWords().topics
  if (rows.length === 0) return null
  return (
    <Panel title={title} note={t.habitNote}>
      <dl className="facts radar-habit">
        {rows.map((row) => (
          <div key={row.key}>
            <dt>{topics ? (named[row.key] ?? row.name) : row.name}</dt>
            <dd>
              {t.counted(f.number(row.counted))}
              {', '}
              {row.learning ? t.stillLearning : t.usual(figureOf(f, row.usual))}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
