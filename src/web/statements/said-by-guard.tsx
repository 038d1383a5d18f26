import type { Finding } from '#core/guard/finding.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'

/** What the guard says of a text to everybody: why, and the way out in one click. */
export function SaidByGuard({
  findings,
  text,
  clear,
  later,
  onFix,
}: {
  findings: readonly Finding[]
  text: string
  clear: string
  /** Said in the place of the severity of what only the day can prove. */
  later?: (finding: Finding) => string | null
  onFix?: (text: string) => void
}) {
  const w = useWords()
  if (findings.length === 0) return <p className="statement-clear quiet small">{clear}</p>
  return (
    <ul className="statement-findings">
      {findings.map((finding) => {
        const put = later?.(finding) ?? null
        const fixes = finding.fixes.filter((fix) => fix.kind === 'edit')
        return (
          <li
            key={`${finding.rule} ${finding.start} ${finding.code}`}
            className={put === null ? finding.severity : 'warn'}
          >
            <p>
              <b>{put ?? w.guard.severity[finding.severity]}</b> <span className="charter-rule">{finding.rule}</span>{' '}
              {w.guard.explain(finding)}
            </p>
            {onFix && fixes.length > 0 && (
              <p className="acts">
                {fixes.map((fix) => (
                  <Button
                    key={fix.label}
                    look="link"
                    small
                    onPress={() => onFix(text.slice(0, fix.edit.start) + fix.edit.text + text.slice(fix.edit.end))}
                  >
                    {w.guard.fix[fix.label]}
                  </Button>
                ))}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
