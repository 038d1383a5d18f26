import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { queries } from '../query.ts'
import { findsIn } from '../ui/finds-in.ts'
import { mentionAt } from './mention-at.ts'

const SHOWN = 6

/** Naming a colleague in a note: `@` opens the list, the arrows and Enter choose. */
export const useMentions = (
  box: RefObject<HTMLTextAreaElement | null>,
  text: string,
  on: boolean,
  write: (text: string) => void,
) => {
  const id = useId()
  const { data } = useQuery({ ...queries.members(), enabled: on })
  const [active, setActive] = useState(0)
  const [closedAt, setClosedAt] = useState('')
  const caret =
    on && box.current !== null && document.activeElement === box.current ? box.current.selectionStart : text.length
  const here = on ? mentionAt(text, caret) : null
  const found =
    here === null || closedAt === text
      ? []
      : (data?.members ?? []).filter((m) => !m.disabled && findsIn(m.name, here.typed)).slice(0, SHOWN)
  const at = Math.min(active, Math.max(0, found.length - 1))

  const choose = (index: number) => {
    const member = found[index]
    if (member === undefined || here === null) return
    const next = `${text.slice(0, here.from)}${member.name} ${text.slice(caret)}`
    // At once: a key pressed before the next frame must already find the cursor behind the name.
    flushSync(() => write(next))
    const end = here.from + member.name.length + 1
    box.current?.setSelectionRange(end, end)
    setActive(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (found.length === 0 || event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setActive((at + step + found.length) % found.length)
    else if ((event.key === 'Enter' && !event.metaKey && !event.ctrlKey) || event.key === 'Tab') choose(at)
    else if (event.key === 'Escape') setClosedAt(text)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { id, open: found.length > 0, found, active: at, activeId: `${id}-${at}`, choose, onKeyDown }
}
export type Mentions = ReturnType<typeof useMentions>
