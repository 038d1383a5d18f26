import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RotaView } from '#contract/team.ts'
import { api, workspaceId } from '../api.ts'
import { useNow } from '../clock.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useSpeech } from '../words/words.ts'
import { Absences } from './absences.tsx'
import { Departments } from './departments.tsx'
import { isHoleNow, sayNow } from './now.ts'
import { Routing } from './routing.tsx'
import { Shifts } from './shifts.tsx'
import { noonOf, spellTime } from './spell.ts'
import { Week } from './week.tsx'
import { useTeamWords } from './words.ts'
import './team.css'

const MINUTE_MS = 60_000
const dayPlus = (day: string, days: number): string =>
  new Date(new Date(`${day}T00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** Who is there: now in one sentence, then hour by hour over a week, with the hours that nobody takes (T1, L4). */
export function Team() {
  const { w, ...rest } = useSpeech()
  const speech = { w, ...rest }
  const t = useTeamWords()
  const minute = Math.floor(useNow() / MINUTE_MS)
  const [day, setDay] = useState<string | null>(null)
  // Asked again every minute: a shift that begins is said without anybody doing anything.
  const { data: rota } = useQuery({
    queryKey: [workspaceId(), 'rota', day, minute],
    queryFn: () => api.readRota(day === null ? {} : { day }),
    placeholderData: keepPreviousData,
  })
  if (rota === undefined)
    return (
      <Page title={w.places.team} answer={'\u00a0'}>
        <Skeleton rows={6} />
      </Page>
    )
  const monday = rota.days[0]?.day ?? rota.today
  return (
    <Page title={w.places.team} answer={sayNow(rota, speech, t)} tone={isHoleNow(rota) ? 'late' : 'calm'}>
      <NextHoles rota={rota} />
      <section aria-labelledby="rota-week">
        <header className="rota-head">
          <h2 id="rota-week">{t.week(speech.f.day(noonOf(monday), rota.now))}</h2>
          <span className="quiet small">{t.zone(rota.timeZone)}</span>
          <span className="acts">
            <Button small onPress={() => setDay(dayPlus(monday, -7))}>
              {t.before}
            </Button>
            <Button small isDisabled={day === null} onPress={() => setDay(null)}>
              {t.thisWeek}
            </Button>
            <Button small onPress={() => setDay(dayPlus(monday, 7))}>
              {t.after}
            </Button>
          </span>
        </header>
        <Week rota={rota} />
      </section>
      <Shifts rota={rota} />
      <Absences rota={rota} />
      <Departments rota={rota} />
      <Routing rota={rota} />
    </Page>
  )
}

/** What is coming and nobody takes, and what nobody has planned. */
function NextHoles({ rota }: { rota: RotaView }) {
  const t = useTeamWords()
  const speech = useSpeech()
  const planned = rota.duties.some((duty) => duty.planned)
  if (!planned) return null
  return (
    <ul className="rota-notices">
      {rota.duties.map(({ duty, planned: isPlanned, nextHole }) =>
        nextHole !== null ? (
          <li key={duty} className="hole">
            {t.nextHole(
              t.duties[duty],
              speech.f.weekday(noonOf(nextHole.day)),
              spellTime(nextHole.from, speech, t),
              spellTime(nextHole.to, speech, t),
            )}
          </li>
        ) : (
          !isPlanned && (
            <li key={duty} className="quiet">
              {t.notPlanned(t.duties[duty])}
            </li>
          )
        ),
      )}
    </ul>
  )
}
