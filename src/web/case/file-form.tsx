import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { codeOf } from '../api.ts'
import { queries, queryClient } from '../query.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'

export type Refused = string | null

/** After a deed on the file, what the panel and the guard know of it is read again. */
export const readAgain = (caseId: string): Promise<unknown> =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: queries.caseFile(caseId).queryKey }),
    queryClient.invalidateQueries({ queryKey: queries.case(caseId).queryKey }),
  ])

/** A button that opens a small form in its place; what the desk refuses is said in it, and nothing typed is lost. */
export function FileForm({
  caseId,
  open,
  keep,
  send,
  children,
}: {
  caseId: string
  open: string
  keep: string
  send: () => Promise<unknown>
  children: (refused: Refused) => ReactNode
}) {
  const w = useWords()
  const [adding, setAdding] = useState(false)
  const [refused, setRefused] = useState<Refused>(null)
  if (!adding)
    return (
      <Button small icon={<IconPlus />} onPress={() => setAdding(true)}>
        {open}
      </Button>
    )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await send()
      setRefused(null)
      setAdding(false)
      await readAgain(caseId)
    } catch (error) {
      setRefused(codeOf(error))
    }
  }
  return (
    <form className="fact-form" onSubmit={(event) => void submit(event)} data-own-keys>
      {children(refused)}
      {refused !== null && (
        <p className="field-fault" role="alert">
          {w.refused(refused)}
        </p>
      )}
      <div className="acts">
        <Button type="submit" look="main" small>
          {keep}
        </Button>
        <Button small onPress={() => setAdding(false)}>
          {w.app.cancel}
        </Button>
      </div>
    </form>
  )
}

const two = (n: number) => String(n).padStart(2, '0')
/** A moment as the browser's own field writes it, in the hours of whoever reads. */
export const localMoment = (at: number): string => {
  const d = new Date(at)
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`
}
export const tomorrowAtNine = (): string => {
  const d = new Date()
  return localMoment(new Date(d.getFullYear(), d.getMonth(), d.getDate() + 1, 9).getTime())
}
export const momentOf = (typed: string): number => {
  const at = new Date(typed).getTime()
  return Number.isNaN(at) ? 0 : at
}
