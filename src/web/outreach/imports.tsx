import { type ChangeEvent, useState } from 'react'
import type { OutreachView } from '#contract/outreach.ts'
import type { LineFault } from '#core/outreach/read-orders.ts'
import { rejectedFile } from '#core/outreach/rejected-file.ts'
import { api, codeOf } from '../api.ts'
import { useNow } from '../clock.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { TextField } from '../ui/field.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { sayDone, sayTrouble } from '../undo.ts'
import { useSpeech } from '../words/words.ts'
import { bytesOf, saveText } from './files.ts'
import { readAgain } from './query.ts'
import { type OutreachWords, useOutreachWords } from './words.ts'

type Kept = Awaited<ReturnType<typeof api.readRejectedLines>>['rejected'][number]['faults'][number]

/** What is wrong with a line, in words. */
const sayFault = (o: OutreachWords, fault: LineFault | Kept): string => {
  const { column, value, found, expected } = { column: undefined, value: undefined, found: 0, expected: 0, ...fault }
  return o.faults[fault.code](column === undefined ? '' : o.columns[column], value ?? '', found ?? 0, expected ?? 0)
}

/** The files of orders: what was read of each, and what was not, to be taken away and mended. */
export function Imports({ view, may }: { view: OutreachView; may: boolean }) {
  const { w, f } = useSpeech()
  const o = useOutreachWords()
  const now = useNow()
  const [file, setFile] = useState<File | null>(null)
  const { submit, fault, busy } = useSubmit(async () => {
    if (file === null) return
    const { accepted, rejected } = await api.importOrders({
      ...{ id: view.incident.id, name: file.name, content: await bytesOf(file) },
    })
    sayDone(o.imported(accepted, rejected))
    await readAgain()
  })
  const take = async (id: string) => {
    try {
      const { name, header, separator, rejected } = await api.readRejectedLines({ id })
      const lines = rejected.map(({ line, raw, faults }) => ({
        line,
        raw,
        said: faults.map((one) => sayFault(o, one)),
      }))
      saveText(`${name.replace(/\.\w+$/, '')}-2.csv`, [rejectedFile(header, lines, separator, o.why)])
    } catch (error) {
      sayTrouble(w.refused(codeOf(error)))
    }
  }
  return (
    <Panel title={o.imports} note={o.importsNote}>
      <ul className="imports">
        {view.imports.map(({ id, name, by, importedAt, accepted, rejected, ignored }) => (
          <li key={id}>
            <p>
              <b>{name}</b> : {o.imported(accepted, rejected)}{' '}
              <span className="quiet small">{o.by(by, f.ago(importedAt, now))}</span>
            </p>
            {ignored.length > 0 && <p className="quiet small">{o.ignored(f.list(ignored))}</p>}
            {rejected > 0 && (
              <Button small aria-label={o.takeRejectedOf(name)} onPress={() => void take(id)}>
                {o.takeRejected}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <form className="form-line" onSubmit={submit}>
          <TextField
            label={o.file}
            type="file"
            accept=".csv,.txt,text/csv"
            required
            onChange={(e: ChangeEvent<HTMLInputElement>) => setFile(e.target.files?.[0] ?? null)}
          />
          <Button type="submit" isDisabled={busy || file === null}>
            {o.import}
          </Button>
        </form>
      )}
      <Fault text={fault} />
    </Panel>
  )
}
