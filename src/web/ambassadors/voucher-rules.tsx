import { useState } from 'react'
import type { AmbassadorsView } from '#contract/ambassadors.ts'
import { api } from '../api.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { readAgain } from './ambassadors.tsx'
import { useAmbassadorWords } from './words.ts'

const euros = (cents: number | null) => (cents === null ? '' : String(cents / 100))
const cents = (text: string) => (text.trim() === '' ? null : Math.round(Number(text) * 100))

/** How much is given in vouchers, besides what the charter says of gestures (G8). */
export function VoucherRules({ rules }: { rules: AmbassadorsView['vouchers']['rules'] }) {
  const a = useAmbassadorWords()
  const [perCustomer, setPerCustomer] = useState(euros(rules.perCustomerCents))
  const [perYear, setPerYear] = useState(euros(rules.perYearCents))
  const [days, setDays] = useState(String(rules.validDays))
  const { submit, fault, busy } = useSubmit(async () => {
    await api.changeVoucherRules({
      ...{ perCustomerCents: cents(perCustomer), perYearCents: cents(perYear), validDays: Number(days) },
    })
    sayDone(a.kept)
    await readAgain()
  })
  const money = { type: 'number', min: '0.01', step: '0.01' } as const
  return (
    <Panel title={a.rules} note={a.rulesNote}>
      <form className="form-line" onSubmit={submit}>
        <TextField
          label={a.perCustomer}
          {...money}
          value={perCustomer}
          onChange={(e) => setPerCustomer(e.target.value)}
        />
        <TextField label={a.perYear} {...money} value={perYear} onChange={(e) => setPerYear(e.target.value)} />
        <TextField
          label={a.validDays}
          type="number"
          min="1"
          max="730"
          value={days}
          required
          onChange={(e) => setDays(e.target.value)}
        />
        <Button type="submit" isDisabled={busy}>
          {a.keep}
        </Button>
      </form>
      <Fault text={fault} />
    </Panel>
  )
}
