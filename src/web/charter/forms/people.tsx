import { type Autonomy, type SensitiveSubject, TWO_READERS_ABOVE } from '#core/approval/approval-policy.ts'
import { ANY } from '#core/charter/charter.ts'
import { TextField, Tick } from '../../ui/field.tsx'
import { Lines, Money, Rows, Whole } from '../fields.tsx'
import { Pick } from '../pick.tsx'
import { useCharterWords } from '../words.ts'
import type { FormProps } from './form.ts'

const blankRow: Autonomy = { role: 'agent', subject: ANY, connector: ANY, upToCents: null }
const blankSubject: SensitiveSubject = { name: '', words: [], approvers: 1 }

/** Who may say what without asking (V1). */
export function AutonomyForm({ charter, put, networks }: FormProps) {
  const w = useCharterWords()
  const subjects = [...charter.sensitiveSubjects, ...charter.reservedSubjects].map(({ name }) => name)
  const known = (row: Autonomy) => (row.subject === ANY || subjects.includes(row.subject) ? [] : [row.subject])
  return (
    <Rows rows={charter.autonomy} blank={blankRow} onChange={(rows) => put({ autonomy: rows })}>
      {(row, change) => (
        <>
          <Pick label={w.who} value={row.role} options={w.roles} onChange={(role) => change({ role })} />
          <Pick
            label={w.subject}
            value={row.subject}
            options={{
              [ANY]: w.anySubject,
              ...Object.fromEntries([...subjects, ...known(row)].map((name) => [name, name])),
            }}
            onChange={(subject) => change({ subject })}
          />
          <Pick
            label={w.network}
            value={row.connector}
            options={{
              [ANY]: w.anyNetwork,
              ...Object.fromEntries(networks.map(({ connector, network }) => [connector, network])),
            }}
            onChange={(connector) => change({ connector })}
          />
          <Money
            label={w.upTo}
            hint={w.upToHint}
            cents={row.upToCents}
            onChange={(upToCents) => change({ upToCents })}
          />
        </>
      )}
    </Rows>
  )
}

/** What several people read before it leaves, and the words that betray it (V1). */
export function SensitiveForm({ charter, put }: FormProps) {
  const w = useCharterWords()
  return (
    <Rows rows={charter.sensitiveSubjects} blank={blankSubject} onChange={(rows) => put({ sensitiveSubjects: rows })}>
      {(row, change) => (
        <>
          <TextField
            label={w.name}
            value={row.name}
            maxLength={200}
            onChange={(e) => change({ name: e.target.value })}
          />
          <Lines label={w.betrayed} lines={row.words} onChange={(words) => change({ words })} />
          <Pick
            label={w.readBy}
            value={row.approvers === 2 ? '2' : '1'}
            options={w.readers}
            onChange={(chosen) => change({ approvers: String(chosen) === '2' ? 2 : 1 })}
          />
        </>
      )}
    </Rows>
  )
}

/** When a reply waits for a second person, besides its subject (V1, V2). */
export function WaitingForm({ charter, put, accounts }: FormProps) {
  const w = useCharterWords()
  const { waiting } = charter
  const change = (of: Partial<typeof waiting>) => put({ waiting: { ...waiting, ...of } })
  const toggle = (id: string, on: boolean) =>
    change({ accountIds: on ? [...waiting.accountIds, id] : waiting.accountIds.filter((known) => known !== id) })
  return (
    <div className="stack">
      <Money
        label={w.amountAbove}
        hint={w.neverHint}
        cents={waiting.amountAboveCents}
        onChange={(amountAboveCents) => change({ amountAboveCents })}
      />
      <Whole
        label={w.reachAbove}
        hint={w.neverHint}
        most={1_000_000_000}
        value={waiting.reachAbove}
        onChange={(reachAbove) => change({ reachAbove })}
      />
      <Whole
        label={w.manyAbove}
        hint={w.manyHint}
        most={1_000_000}
        value={waiting.manyAbove ?? TWO_READERS_ABOVE}
        onChange={(manyAbove) => change({ manyAbove: manyAbove ?? undefined })}
      />
      {accounts.length > 0 && (
        <fieldset className="charter-ticks">
          <legend>{w.waitingAccounts}</legend>
          {accounts.map(({ id, name }) => (
            <Tick
              key={id}
              label={name}
              checked={waiting.accountIds.includes(id)}
              onChange={(e) => toggle(id, e.target.checked)}
            />
          ))}
        </fieldset>
      )}
      <Whole
        label={w.escalateAt}
        most={95}
        value={Math.round(waiting.escalateAt * 100)}
        onChange={(share) => change({ escalateAt: Math.max(5, share ?? 40) / 100 })}
      />
    </div>
  )
}
