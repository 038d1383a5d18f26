import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DigestLine } from '#contract/digest.ts'
import { api, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { Page, Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSpeech } from '../words/words.ts'
import { Hearers } from './hearers.tsx'
import { Line } from './line.tsx'
import { useDigestWords } from './words.ts'
import './digest.css'

/** Lines under the department that hears of them; what nobody hears of comes first, since somebody must decide. */
const byDepartment = (lines: readonly DigestLine[]): [string | null, DigestLine[]][] => {
  const found = new Map<string | null, DigestLine[]>()
  for (const line of lines) found.set(line.department, [...(found.get(line.department) ?? []), line])
  return [...found].sort(([a], [b]) => (a === null ? -1 : b === null ? 1 : a.localeCompare(b)))
}

/** What do customers want and ask? A week, by department, with their words, an owner and the answer that comes back (L2, T5). */
export function Digest() {
  const t = useDigestWords()
  const { f } = useSpeech()
  const now = useNow()
  const [week, setWeek] = useState<string>()
  const { data, isPending } = useQuery({
    queryKey: [workspaceId(), 'digest', week ?? 'last'],
    queryFn: () => api.readDigest(week === undefined ? {} : { week }),
  })
  const lines = data?.lines ?? []
  const groups = byDepartment(lines)
  const owed = lines.filter(({ answer }) => answer === null).length
  return (
    <Page
      title={t.title}
      answer={
        data === undefined
          ? '\u00a0'
          : data.week === null
            ? t.none(f.moment(data.nextAt, now))
            : t.answer(lines.length, groups.filter(([name]) => name !== null).length, owed)
      }
      acts={
        lines.length > 0 && (
          <Button icon={<IconPrinter aria-hidden="true" />} onPress={() => window.print()}>
            {t.print}
          </Button>
        )
      }
    >
      {isPending && <Skeleton rows={4} tall />}
      {data !== undefined && data.week !== null && (
        <div className="digest-week">
          <p>{t.weekOf(f.day(data.week.from, now), f.number(data.week.messages))}</p>
          {data.weeks.length > 1 && (
            <Choice label={t.week} value={data.week.week} onChange={(e) => setWeek(e.target.value)}>
              {data.weeks.map((monday) => (
                <option key={monday} value={monday}>
                  {f.day(Date.parse(`${monday}T12:00`), now)}
                </option>
              ))}
            </Choice>
          )}
        </div>
      )}
      {groups.map(([name, some]) => (
        <Panel key={name ?? ''} title={name ?? t.nobody} {...(name === null && { note: t.nobodyNote })}>
          <ul className="digest-lines">
            {some.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </Panel>
      ))}
      {data !== undefined && <Hearers departments={data.departments} topics={data.topics} />}
    </Page>
  )
}
