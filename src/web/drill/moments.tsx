import { Link } from '@tanstack/react-router'
import type { DebriefView } from '#contract/drills.ts'
import { workspaceId } from '../api.ts'
import { useSpeech } from '../words/words.ts'
import { useDrillWords, useSaid } from './words.ts'

type Moment = DebriefView['codes'][number]['moments'][number] & { code?: string }
type Words = Moment['why']

/** What is said of the rule above them already is not said again with each. */
type Told = { readonly why: Words | null; readonly instead: Words | null }
const NOTHING: Told = { why: null, instead: null }

/** So many of a kind are seen at once. */
const AT_ONCE = 3

/** Moments that are told in the same words, in the order of their first one. */
const alike = (moments: readonly Moment[]): readonly (readonly [Moment, ...Moment[]])[] => {
  const groups = new Map<string, [Moment, ...Moment[]]>()
  for (const one of moments) {
    const key = `${one.code} ${one.is} ${one.why.en} ${one.instead?.en}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()]
}

/** What was said or left unsaid, when, by whom, to whom; why it counts, what to do instead, and where to read it again. */
export function Moments({ moments, told = NOTHING }: { moments: readonly Moment[]; told?: Told }) {
  return (
    <ul className="drill-moments">
      {alike(moments).map((group) => (
        <Group
          key={`${group[0].code} ${group[0].is} ${group[0].why.en} ${group[0].instead?.en}`}
          {...{ group, told }}
        />
      ))}
    </ul>
  )
}

function Group({ group, told }: { group: readonly [Moment, ...Moment[]]; told: Told }) {
  const t = useDrillWords()
  const said = useSaid()
  const [one] = group
  const seen = group.slice(0, AT_ONCE)
  const more = group.slice(AT_ONCE)
  return (
    <li className={one.is}>
      <p>
        <b>
          {t.is[one.is]}
          {one.code !== undefined && ` (${one.code})`}
          {group.length > 1 && `, ${t.times(group.length)}`}
        </b>{' '}
        {one.why.en !== told.why?.en && said(one.why)}
      </p>
      {one.instead !== null && one.instead.en !== told.instead?.en && (
        <p>
          <b>{t.instead}</b> {said(one.instead)}
        </p>
      )}
      <Lines moments={seen} />
      {more.length > 0 && (
        <details>
          <summary>{t.moreOf(more.length)}</summary>
          <Lines moments={more} />
        </details>
      )}
    </li>
  )
}

function Lines({ moments }: { moments: readonly Moment[] }) {
  return (
    <ul className="drill-moment-lines">
      {moments.map((one) => (
        <Line key={`${one.minute} ${one.person} ${one.quote}`} one={one} />
      ))}
    </ul>
  )
}

function Line({ one }: { one: Moment }) {
  const { f } = useSpeech()
  const t = useDrillWords()
  return (
    <li>
      <span className="quiet small">
        {t.momentBy(f.spell(one.minute), one.by?.name ?? null, one.person)}
        {one.caseId !== null && (
          <>
            {' · '}
            <Link
              to="/w/$workspace/inbox"
              params={{ workspace: workspaceId() }}
              search={{ queue: 'all', case: one.caseId }}
            >
              {t.seeCase}
            </Link>
          </>
        )}
      </span>
      {one.quote !== null && <blockquote>{one.quote}</blockquote>}
    </li>
  )
}
