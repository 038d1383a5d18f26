import type { RotaView } from '#contract/team.ts'
import { useSpeech } from '../words/words.ts'
import { namesOf } from './now.ts'
import { noonOf, spellTime } from './spell.ts'
import { useTeamWords } from './words.ts'

type Duty = RotaView['duties'][number]
type Stretch = Duty['week'][number][number]

/** A week: one column a day, one row a duty; a hole is red, with a mark at its edge, and says « nobody ». */
export function Week({ rota }: { rota: RotaView }) {
  const t = useTeamWords()
  const speech = useSpeech()
  // What nobody has planned is said above, in a sentence.
  const planned = rota.duties.filter((duty) => duty.planned)
  if (planned.length === 0) return null
  return (
    <div className="rota">
      <div className="rota-duties" aria-hidden="true">
        {planned.map(({ duty }) => (
          <span key={duty}>{t.duties[duty]}</span>
        ))}
      </div>
      {rota.days.map(({ day, closed }, index) => (
        <section key={day} className={day === rota.today ? 'rota-day today' : 'rota-day'}>
          <h3>
            {speech.f.weekday(noonOf(day))}
            {day === rota.today && <span className="quiet"> {t.today}</span>}
            {closed && <span className="quiet"> {t.closed}</span>}
          </h3>
          {planned.map((duty) => (
            <Cell key={duty.duty} rota={rota} duty={duty} stretches={duty.week[index] ?? []} />
          ))}
        </section>
      ))}
    </div>
  )
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

function Cell({ rota, duty, stretches }: { rota: RotaView; duty: Duty; stretches: readonly Stretch[] }) {
  const t = useTeamWords()
  const speech = useSpeech()
  const span = ({ from, to }: Stretch) => t.span(spellTime(from, speech, t), spellTime(to, speech, t))
  return (
    <div className={stretches.length === 0 ? 'rota-cell empty' : 'rota-cell'}>
      <h4>{t.duties[duty.duty]}</h4>
      <svg className="rota-strip" aria-hidden="true">
        <rect className="rota-night" width="100%" height="6" />
        {stretches.map((one) => (
          <rect
            key={one.fromAt}
            className={one.hole ? 'rota-hole' : 'rota-there'}
            x={percent(one.shareFrom)}
            width={percent(one.shareTo - one.shareFrom)}
            height="6"
          />
        ))}
      </svg>
      {stretches.length === 0 && <p className="quiet small">{t.nothing}</p>}
      <ul>
        {stretches.map((one) => (
          <li key={one.fromAt} className={one.hole ? 'hole' : undefined}>
            <span className="rota-span">{span(one)}</span>{' '}
            {one.hole ? t.nobody : namesOf(rota, one.present, t).join(', ')}
          </li>
        ))}
      </ul>
    </div>
  )
}
