import type { GravityView } from '#contract/gravity-shape.ts'
import { useSpeech } from '../words/words.ts'
import './gravity.css'

const STEPS = [1, 2, 3] as const

/** How grave it is, in one sentence; behind it each sign with its figures, and what would raise or lower the level (L3). */
export function GravityGauge({ gravity, isOpen = false }: { gravity: GravityView; isOpen?: boolean }) {
  const { w, language } = useSpeech()
  const { headline, short, signs, raise, lower, notes } = gravity[language]
  return (
    <details className="gravity" open={isOpen}>
      <summary>
        <span className={`gravity-level level-${gravity.level}`} aria-hidden="true">
          {gravity.level}
        </span>
        <span>{isOpen ? headline : short}</span>
      </summary>
      <ul className="gravity-signs">
        {signs.map(({ sign, grade, name, sentence }) => (
          <li key={sign}>
            <b>{name}</b>
            <span className="gravity-grade" role="img" aria-label={w.alerts.grade(grade)}>
              {STEPS.map((step) => (
                <i key={step} className={step <= grade ? 'on' : undefined} />
              ))}
            </span>
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      {[raise, lower, ...notes].map(
        (text) =>
          text !== null && (
            <p key={text} className="gravity-note">
              {text}
            </p>
          ),
      )}
    </details>
  )
}
