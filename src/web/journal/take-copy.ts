import type { JournalFilter } from '#contract/journal.ts'
import { api } from '../api.ts'

/** Fetches the journal part by part and hands the browser one file. */
export const takeCopy = async (
  filter: JournalFilter,
  format: 'csv' | 'jsonl',
  tell: (lines: number) => void,
): Promise<void> => {
  const parts: string[] = []
  let lines = 0
  let after: string | null = null
  do {
    const part: { text: string; after: string | null } = await api.exportJournal({
      ...filter,
      format,
      ...(after === null ? {} : { after }),
    })
    parts.push(part.text)
    lines += part.text.split('\n').length - 1
    tell(lines)
    after = part.after
  } while (after !== null)
  const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/x-ndjson'
  const url = URL.createObjectURL(new Blob(format === 'csv' ? ['\ufeff', ...parts] : parts, { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = `vigie-journal-${new Date().toISOString().slice(0, 10)}.${format}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
