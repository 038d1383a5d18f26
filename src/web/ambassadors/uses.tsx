import { type ChangeEvent, useState } from 'react'
import type { AmbassadorsView, ambassadorRoutes } from '#contract/ambassadors.ts'
import type { OutputOf } from '#contract/route.ts'
import { writeCell } from '#core/outreach/read-table.ts'
import { api } from '../api.ts'
import { bytesOf, saveText } from '../outreach/files.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { readAgain } from './ambassadors.tsx'
import { useAmbassadorWords } from './words.ts'

type Imported = OutputOf<(typeof ambassadorRoutes)['importVoucherUses']>

/** Vouchers that were used, one by one or as the shop's file; what cannot be entered says why, and can be taken away to be mended. */
export function VoucherUses({ vouchers }: Pick<AmbassadorsView, 'vouchers'>) {
  const { w, f } = useSpeech()
  const a = useAmbassadorWords()
  const [code, setCode] = useState('')
  const [note, setNote] = useState('')
  const [imported, setImported] = useState<Imported | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const one = useSubmit(async () => {
    const { amountCents } = await api.redeemVoucher({ code, note })
    sayDone(a.used(a.money(f.number(amountCents / 100))))
    setCode('')
    setNote('')
    await readAgain()
  })
  const many = useSubmit(async () => {
    if (file === null) return
    setImported(await api.importVoucherUses({ content: await bytesOf(file) }))
    await readAgain()
  })
  const whyOf = (why: string) => a.whyLine[why] ?? w.refused(why)
  const take = () =>
    saveText(
      'vouchers.csv',
      (imported?.refused ?? []).map(({ raw, why }) => `${raw};${writeCell(whyOf(why), ';')}`),
    )
  const { issued, redeemed, voided, expired } = vouchers
  return (
    <Panel title={a.vouchers} note={a.vouchersSaid(issued, redeemed, voided, expired)}>
      <form className="form-line" onSubmit={one.submit} aria-label={a.use}>
        <TextField label={a.code} value={code} maxLength={40} required onChange={(e) => setCode(e.target.value)} />
        <TextField label={a.order} value={note} maxLength={200} required onChange={(e) => setNote(e.target.value)} />
        <Button type="submit" isDisabled={one.busy}>
          {a.enter}
        </Button>
      </form>
      <Fault text={one.fault} />
      <form className="form-line" onSubmit={many.submit}>
        <TextField
          label={a.file}
          type="file"
          accept=".csv,text/csv"
          required
          onChange={(e: ChangeEvent<HTMLInputElement>) => setFile(e.target.files?.[0] ?? null)}
        />
        <Button type="submit" isDisabled={many.busy || file === null}>
          {a.enter}
        </Button>
      </form>
      <Fault text={many.fault} />
      {imported !== null && (
        <div role="status">
          <p>
            {a.imported(imported.entered)} {a.refusedLines(imported.refused.length)}
          </p>
          <ul className="refused-lines">
            {imported.refused.slice(0, 20).map(({ line, why }) => (
              <li key={line}>
                {a.line(line)} : {whyOf(why)}
              </li>
            ))}
          </ul>
          {imported.refused.length > 0 && (
            <Button small onPress={take}>
              {a.takeLines}
            </Button>
          )}
        </div>
      )}
    </Panel>
  )
}
