import { type FormEvent, useState } from 'react'
import type { FactView } from '#contract/case-view.ts'
import { api, codeOf } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { useWords } from '../words/words.ts'
import { DOCUMENT_TYPES, keepDocument } from './file-document.ts'

const kinds = ['refund', 'delivery', 'replacement', 'order', 'owner', 'incident', 'resolution'] as const
const statuses = ['requested', 'done', 'cancelled'] as const
const named = (kind: FactView['kind']) => kind === 'owner' || kind === 'order'

/** Puts a fact on file. « Done » needs its proof: a number, a receipt, a link (G4). */
export function FactForm({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const w = useWords()
  const [kind, setKind] = useState<FactView['kind']>('refund')
  const [status, setStatus] = useState<FactView['status']>('requested')
  const [detail, setDetail] = useState('')
  const [proof, setProof] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const isLink = /^https?:\/\/\S+$/.test(proof.trim())
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const documentId = file === null || named(kind) ? null : await keepDocument(caseId, file)
      await api.recordFact({
        ...(documentId === null ? {} : { documentId }),
        ...{ id: caseId, kind, status: named(kind) ? 'done' : status },
        ...(detail.trim() === '' ? {} : { detail: detail.trim() }),
        ...(proof.trim() === '' ? {} : { proof: proof.trim() }),
        ...(isLink ? { proofUrl: proof.trim() } : {}),
      })
      await queryClient.invalidateQueries({ queryKey: queries.case(caseId).queryKey })
      onDone()
    } catch (error) {
      setFault(w.refused(codeOf(error)))
    }
  }
  return (
    <form className="fact-form" onSubmit={(event) => void submit(event)} data-own-keys>
      <Choice
        label={w.file.kind}
        value={kind}
        autoFocus
        onChange={(e) => setKind(kinds.find((k) => k === e.target.value) ?? kind)}
      >
        {kinds.map((k) => (
          <option key={k} value={k}>
            {w.file.kinds[k]}
          </option>
        ))}
      </Choice>
      {!named(kind) && (
        <Choice
          label={w.file.statusLabel}
          value={status}
          onChange={(e) => setStatus(statuses.find((s) => s === e.target.value) ?? status)}
        >
          {statuses.map((s) => (
            <option key={s} value={s}>
              {w.file.status[s]}
            </option>
          ))}
        </Choice>
      )}
      <TextField label={w.file.detail} value={detail} maxLength={500} onChange={(e) => setDetail(e.target.value)} />
      {!named(kind) && (
        <TextField
          label={w.file.proofLabel}
          hint={w.file.proofHint}
          value={proof}
          maxLength={500}
          required={status === 'done' && file === null}
          fault={fault}
          onChange={(e) => setProof(e.target.value)}
        />
      )}
      {!named(kind) && (
        <TextField
          label={w.file.document}
          type="file"
          accept={DOCUMENT_TYPES}
          onChange={(e) => setFile(e.target.files?.[0] ?? null)}
        />
      )}
      {named(kind) && fault !== null && <p className="field-fault">{fault}</p>}
      <div className="acts">
        <Button type="submit" look="main" small>
          {w.file.keep}
        </Button>
        <Button small onPress={onDone}>
          {w.app.cancel}
        </Button>
      </div>
    </form>
  )
}
