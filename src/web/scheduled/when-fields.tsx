import type { ScheduledView } from '#contract/scheduled.ts'
import { mayPlan } from '#core/scheduled/scheduled-post.ts'
import { wallMoment } from '#core/scheduled/wall-moment.ts'
import { useNow } from '../clock.ts'
import { Choice, TextField } from '../ui/field.tsx'
import { useSpeech } from '../words/words.ts'
import { useWhen } from './use-scheduled.ts'
import { sayHour } from './when.ts'
import { useScheduledWords } from './words.ts'

/** When words leave, as it is being chosen: at once, or on a day at an hour of the brand's. */
export type Chosen = { readonly later: boolean; readonly day: string; readonly hour: string }
export const AT_ONCE: Chosen = { later: false, day: '', hour: '' }

/** The instant that was chosen; null for at once, undefined while it makes no sense. */
export const leavesAtOf = ({ later, day, hour }: Chosen, timeZone: string, now: number): number | null | undefined => {
  if (!later) return null
  const moment = wallMoment(timeZone, day, hour.slice(0, 5))
  return moment !== null && mayPlan(moment.at, now) ? moment.at : undefined
}

/** The choice of the hour, in the brand's time, and what is to be known of it: the clocks that change, the incident that suspends (W1, A2). */
export function WhenFields({
  chosen,
  view,
  onChoose,
}: {
  chosen: Chosen
  view: ScheduledView
  onChoose: (chosen: Chosen) => void
}) {
  const s = useScheduledWords().when
  const { language } = useSpeech()
  const now = useNow()
  const { timeZone, affairs } = view
  const say = useWhen(timeZone)
  const moment = chosen.later ? wallMoment(timeZone, chosen.day, chosen.hour.slice(0, 5)) : null
  const isFull = chosen.day !== '' && chosen.hour !== ''
  const isAhead = moment !== null && mayPlan(moment.at, now)
  const open = affairs.find(({ closedAt }) => closedAt === null)
  return (
    <div className="when-fields">
      <div className="form-line">
        <Choice
          label={s.label}
          value={chosen.later ? 'later' : 'now'}
          onChange={(event) => onChoose({ ...chosen, later: event.target.value === 'later' })}
        >
          <option value="now">{s.now}</option>
          <option value="later">{s.later}</option>
        </Choice>
        {chosen.later && (
          <>
            <TextField
              label={s.day}
              type="date"
              value={chosen.day}
              fault={isFull && !isAhead ? s.past : null}
              onChange={(event) => onChoose({ ...chosen, day: event.target.value })}
            />
            <TextField
              label={s.hour}
              type="time"
              hint={timeZone}
              value={chosen.hour}
              onChange={(event) => onChoose({ ...chosen, hour: event.target.value })}
            />
          </>
        )}
      </div>
      {isAhead && (
        <p className="quiet small" role="status">
          {s.leaves(say(moment.at, now))} {moment.strikes === 'twice' && <b className="soon">{s.twice}</b>}
          {moment.strikes === 'never' && <b className="soon">{s.never(sayHour(moment.at, timeZone, language))}</b>}
        </p>
      )}
      {chosen.later && open && <p className="soon small">{s.suspended(open.title)}</p>}
    </div>
  )
}
