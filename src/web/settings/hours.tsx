import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BusinessHoursShape } from '#contract/workspace.ts'
import { api, codeOf } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/field.tsx'
import { allZones } from '../ui/time-zones.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useWords } from '../words/words.ts'
import { Exceptions } from './exceptions.tsx'
import { Holidays } from './holidays.tsx'
import { Slots } from './slots.tsx'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** When somebody is there to answer: the only hours that count for a promise « on opening hours ». */
export function Hours() {
  const { data } = useQuery(queries.promises())
  return data && <HoursForm key={JSON.stringify(data.calendar)} kept={data.calendar} />
}

function HoursForm({ kept }: { kept: BusinessHoursShape }) {
  const w = useWords()
  const [hours, setHours] = useState(kept)
  const put = (change: Partial<BusinessHoursShape>) => setHours({ ...hours, ...change })
  const copyMonday = () => {
    const monday = hours.weekly.monday ?? []
    const week = Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, monday]))
    put({ weekly: { ...hours.weekly, ...week } })
  }
  const save = async () => {
    try {
      await api.updateCalendar(hours)
      await queryClient.invalidateQueries({ queryKey: queries.promises().queryKey })
      sayDone(w.settings.hoursKept)
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return (
    <>
      <Panel title={w.settings.week} note={w.settings.weekNote}>
        <Choice label={w.entry.timeZone} value={hours.timeZone} onChange={(e) => put({ timeZone: e.target.value })}>
          {allZones(hours.timeZone).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Choice>
        <div>
          {weekdays.map((day) => (
            <div key={day} className="day">
              <b>{w.settings.days[day]}</b>
              <Slots
                label={w.settings.days[day]}
                slots={hours.weekly[day] ?? []}
                onChange={(slots) => put({ weekly: { ...hours.weekly, [day]: slots } })}
              />
              {day === 'monday' && (
                <Button small look="quiet" onPress={copyMonday}>
                  {w.settings.copyMonday}
                </Button>
              )}
            </div>
          ))}
        </div>
      </Panel>
      <Holidays days={hours.holidays} onChange={(holidays) => put({ holidays })} />
      <Exceptions exceptions={hours.exceptional} onChange={(exceptional) => put({ exceptional })} />
      <p className="acts">
        <Button look="main" isDisabled={hours === kept} onPress={() => void save()}>
          {w.settings.keepHours}
        </Button>
      </p>
    </>
  )
}
