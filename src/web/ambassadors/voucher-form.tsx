import { useState } from 'react'
import { VOUCHER_KINDS, type VoucherKind } from '#core/ambassador/voucher.ts'
import { api } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { useWords } from '../words/words.ts'
import { readAgain } from './ambassadors.tsx'
import { useAmbassadorWords } from './words.ts'

/** A voucher for a customer whose affair is settled; never against a review, and the form says so (C5, G8, D2x). */
export function VoucherForm({ caseId, close }: { caseId: string; close: () => void }) {
  const w = useWords()
  const a = useAmbassadorWords()
  const [kind, setKind] = useState<VoucherKind>('next-order')
  const [amount, setAmount] = useState('')
  const [reason, setReason] = useState('')
  const { submit, fault, busy } = useSubmit(async () => {
    const { code } = await api.issueVoucher({ id: caseId, kind, amountCents: Math.round(Number(amount) * 100), reason })
    sayDone(a.given(code), undefined, 60_000)
    close()
    await readAgain()
  })
  return (
    <form className="voucher-form" onSubmit={submit}>
      <p className="quiet">{a.offerNote}</p>
      <Choice
        label={a.kind}
        value={kind}
        autoFocus
        onChange={(e) => setKind(VOUCHER_KINDS.find((one) => one === e.target.value) ?? kind)}
      >
        {VOUCHER_KINDS.map((one) => (
          <option key={one} value={one}>
            {a.kinds[one]}
          </option>
        ))}
      </Choice>
      <TextField
        label={a.amount}
        type="number"
        min="0.01"
        step="0.01"
        value={amount}
        required
        onChange={(e) => setAmount(e.target.value)}
      />
      <TextField label={a.reason} value={reason} maxLength={500} required onChange={(e) => setReason(e.target.value)} />
      <Fault text={fault} />
      <p className="acts">
        <Button type="submit" look="main" isDisabled={busy}>
          {a.give}
        </Button>
        <Button look="quiet" onPress={close}>
          {w.app.cancel}
        </Button>
      </p>
    </form>
  )
}
