import { type FormEvent, useState } from 'react'
import { codeOf, isRefused } from '../api.ts'
import { useWords } from '../words/words.ts'

/** A form that says what went wrong in words, and cannot be sent twice while it leaves. */
export const useSubmit = (send: () => Promise<void>) => {
  const w = useWords()
  const [fault, setFault] = useState<string | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      await send()
      setCode(null)
    } catch (error) {
      const detail = isRefused(error) ? error.refusal.data?.detail : undefined
      const said = w.refused(codeOf(error))
      setCode(codeOf(error))
      setFault(typeof detail === 'string' && detail !== '' ? `${said} (${detail})` : said)
    } finally {
      setBusy(false)
    }
  }
  return { submit: (event?: FormEvent) => void submit(event), fault, code, busy }
}
