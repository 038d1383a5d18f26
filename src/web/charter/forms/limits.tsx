import { MODERATION_CAUSES } from '#core/charter/moderation-cause.ts'
import { Tick } from '../../ui/field.tsx'
import { Lines, Money, Whole } from '../fields.tsx'
import { useCharterWords } from '../words.ts'
import type { FormProps } from './form.ts'

/** Gestures, and how far they go (G8). */
export function GesturesForm({ charter, put }: FormProps) {
  const w = useCharterWords()
  const { goodwill } = charter
  const change = (of: Partial<typeof goodwill>) => put({ goodwill: { ...goodwill, ...of } })
  return (
    <div className="stack">
      <Tick
        label={w.gesturesAllowed}
        checked={goodwill.allowed}
        onChange={(e) => change({ allowed: e.target.checked })}
      />
      {goodwill.allowed && (
        <>
          <Money label={w.cap} cents={goodwill.capCents} onChange={(cents) => change({ capCents: cents ?? 0 })} />
          <Money
            label={w.perYear}
            cents={goodwill.perYearCents}
            onChange={(cents) => change({ perYearCents: cents ?? 0 })}
          />
        </>
      )}
    </div>
  )
}

/** Names that are not ours to judge or to bear, and where our links may lead (G5, G9). */
export function OthersForm({ charter, put }: FormProps) {
  const w = useCharterWords()
  return (
    <div className="stack">
      <Lines label={w.competitors} lines={charter.competitors} onChange={(competitors) => put({ competitors })} />
      <Lines label={w.otherBrands} lines={charter.otherBrands} onChange={(otherBrands) => put({ otherBrands })} />
      <Lines
        label={w.ownHosts}
        hint={w.ownHostsHint}
        lines={charter.ownHosts}
        onChange={(ownHosts) => put({ ownHosts })}
      />
    </div>
  )
}

/** What the law lets a brand remove; criticism cannot be added (D1). */
export function ModerationForm({ charter, put }: FormProps) {
  const w = useCharterWords()
  return (
    <fieldset className="charter-ticks">
      <legend>{w.causesNote}</legend>
      {MODERATION_CAUSES.map((cause) => (
        <Tick
          key={cause}
          label={w.causes[cause]}
          checked={charter.moderationCauses.includes(cause)}
          onChange={(e) =>
            put({
              moderationCauses: MODERATION_CAUSES.filter((known) =>
                known === cause ? e.target.checked : charter.moderationCauses.includes(known),
              ),
            })
          }
        />
      ))}
    </fieldset>
  )
}

export function RetentionForm({ charter, put }: FormProps) {
  const w = useCharterWords()
  const keys = ['mentionMonths', 'conversationMonths', 'evidenceMonths'] as const
  return (
    <div className="stack">
      {keys.map((key) => (
        <Whole
          key={key}
          label={w[key]}
          most={600}
          value={charter.retention[key]}
          onChange={(months) => put({ retention: { ...charter.retention, [key]: months ?? 0 } })}
        />
      ))}
      <p className="quiet">{w.retentionNote}</p>
    </div>
  )
}
