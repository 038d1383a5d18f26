import type { Charter, CharterNetwork } from '#core/charter/charter.ts'
import { THANKS_REPLY_MINUTES } from '#core/sla/policy.ts'
import { Duration } from '../../settings/duration.tsx'
import { weekdays } from '../../settings/hours.tsx'
import { Slots } from '../../settings/slots.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useWords } from '../../words/words.ts'
import { Rows, Whole } from '../fields.tsx'
import { Pick } from '../pick.tsx'
import { useCharterWords } from '../words.ts'
import type { FormProps } from './form.ts'
import '../../settings/settings.css'

export function MissionForm({ charter, put }: FormProps) {
  const w = useCharterWords()
  return (
    <TextArea
      label={w.mission}
      rows={4}
      maxLength={2_000}
      value={charter.mission}
      onChange={(e) => put({ mission: e.target.value })}
    />
  )
}

/** When somebody is there: the hours on which promises run (A2, T1). */
export function HoursForm({ charter, put }: FormProps) {
  const w = useWords()
  const week = (day: number, slots: Charter['week'][number]) =>
    put({ week: charter.week.map((known, i) => (i === day ? slots : known)) })
  return (
    <div>
      {weekdays.map((day, i) => (
        <div key={day} className="day">
          <b>{w.settings.days[day]}</b>
          <Slots
            label={w.settings.days[day]}
            slots={(charter.week[i] ?? []).map(({ from, to }) => ({ opens: from, closes: to }))}
            onChange={(slots) =>
              week(
                i,
                slots.map(({ opens, closes }) => ({ from: opens, to: closes })),
              )
            }
          />
        </div>
      ))}
    </div>
  )
}

/** Where one answers, how much is expected, and how soon a customer has an answer (A2, H1). */
export function NetworksForm({ charter, put, networks }: FormProps) {
  const w = useCharterWords()
  const free = networks.find(({ connector }) => charter.networks.every((known) => known.connector !== connector))
  const blank: CharterNetwork = {
    connector: free?.connector ?? networks[0]?.connector ?? '',
    expectedPerWeek: 20,
    firstReplyMinutes: 240,
    nextReplyMinutes: 240,
    calendar: 'business',
  }
  return (
    <Rows rows={charter.networks} blank={blank} onChange={(rows) => put({ networks: rows })}>
      {(row, change) => (
        <>
          <Pick
            label={w.network}
            value={row.connector}
            options={Object.fromEntries(networks.map(({ connector, network }) => [connector, network]))}
            onChange={(connector) => change({ connector })}
          />
          <Whole
            label={w.expected}
            value={row.expectedPerWeek}
            onChange={(expectedPerWeek) => change({ expectedPerWeek: expectedPerWeek ?? 0 })}
          />
          <Duration
            label={w.firstReply}
            minutes={row.firstReplyMinutes}
            onChange={(firstReplyMinutes) => change({ firstReplyMinutes })}
          />
          <Duration
            label={w.nextReply}
            minutes={row.nextReplyMinutes}
            onChange={(nextReplyMinutes) => change({ nextReplyMinutes })}
          />
          <Duration
            label={w.thanksReply}
            minutes={row.thanksReplyMinutes ?? THANKS_REPLY_MINUTES}
            onChange={(thanksReplyMinutes) => change({ thanksReplyMinutes })}
          />
          <Pick
            label={w.counted}
            value={row.calendar}
            options={w.calendars}
            onChange={(calendar) => change({ calendar })}
          />
        </>
      )}
    </Rows>
  )
}
