import { useRef } from 'react'
import type { Account } from '#contract/shapes.ts'
import type { StatementDeskView } from '#contract/statements.ts'
import type { Flag } from '#core/scheduled/flag.ts'
import { type LengthLimit, measureLength } from '#core/text/length.ts'
import { Box } from '../composer/box.tsx'
import { marksOn } from '../guard/marks.ts'
import { keepsIn } from '../guard/severity.ts'
import type { Reading } from '../guard/use-readings.ts'
import { Flags } from '../scheduled/flags.tsx'
import { useScheduledWords } from '../scheduled/words.ts'
import { AccountMark } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Tick } from '../ui/field.tsx'
import { useSpeech } from '../words/words.ts'
import '../composer/composer.css'
import { SaidByGuard } from './said-by-guard.tsx'
import { useStatementWords } from './words.ts'

type Place = StatementDeskView['accounts'][number]

/** The words for one account, in its own frame: under whose name they leave is never in doubt (G5). */
export function AccountText({
  place,
  account,
  text,
  isOwn,
  chosen,
  follows,
  replaced,
  flags,
  reading,
  onChoose,
  onType,
  onCommon,
}: {
  place: Place
  account: Account
  text: string
  isOwn: boolean
  chosen: boolean
  /** There is a post of ours there already. */
  follows: boolean
  /** What is scheduled there gives way. */
  replaced: boolean
  /** What these words touch. */
  flags: readonly Flag[]
  reading: Reading | null
  onChoose: (chosen: boolean) => void
  onType: (text: string) => void
  onCommon: () => void
}) {
  const { w } = useSpeech()
  const s = useStatementWords()
  const sw = useScheduledWords().when
  const box = useRef<HTMLTextAreaElement>(null)
  const name = w.composer.speaker(account.displayName, account.network)
  const { used, max } = measureLength(text, place.limit as LengthLimit)
  const left = max - used
  return (
    <section className="account-text" aria-label={name} style={{ borderInlineStartColor: account.colour }}>
      <p className="account-text-head">
        <AccountMark name={account.displayName} colour={account.colour} url={account.avatarUrl} />
        <Tick
          label={<b>{name}</b>}
          aria-label={s.write.include(name)}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </p>
      {chosen && (
        <>
          <Box
            ref={box}
            text={text}
            label={s.write.textFor(name)}
            placeholder=""
            readOnly={false}
            invalid={reading !== null && keepsIn(reading.findings)}
            marks={reading === null ? [] : marksOn(reading.findings, reading.of, text)}
            onType={onType}
            onLeave={() => undefined}
            onFocus={() => undefined}
          />
          <p className="account-text-foot quiet small">
            {Number.isFinite(left) && <span className={left < 0 ? 'late' : undefined}>{s.write.left(left)}</span>}
            {isOwn && (
              <span>
                {s.write.own}{' '}
                <Button look="link" small onPress={onCommon}>
                  {s.write.backToCommon}
                </Button>
              </span>
            )}
          </p>
          {follows && <p className="quiet small">{place.editOwn ? s.write.replaces : s.write.follows}</p>}
          {replaced && <p className="quiet small">{sw.replaces}</p>}
          <Flags flags={flags} />
          {text.trim() === '' ? (
            <p className="soon small">{s.write.empty}</p>
          ) : (
            reading !== null && (
              <SaidByGuard
                findings={reading.findings}
                text={reading.of}
                clear={s.write.clear}
                onFix={(fixed) => reading.isFresh && onType(fixed)}
              />
            )
          )}
        </>
      )}
    </section>
  )
}
