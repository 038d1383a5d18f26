import { useEffect, useRef, useSyncExternalStore } from 'react'
import { type CommandId, commandIds, keyOf, type Shortcuts, worksWhileTyping } from './commands.ts'
import { listen } from './listen.ts'

/** Screens put what they can do on a stack; a key runs the newest one that says it can. */
type Entry = { readonly run: () => void }
const live = new Map<CommandId, Entry[]>()
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

let shortcuts: Shortcuts = { on: true, keys: {} }
export const readShortcuts = () => shortcuts
export const useShortcuts = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readShortcuts)

/** The commands that something on screen answers to, for the palette and the keyboard map. */
export const liveCommands = (): CommandId[] => commandIds.filter((id) => (live.get(id)?.length ?? 0) > 0)
export const runCommand = (id: CommandId): void => live.get(id)?.at(-1)?.run()

/** Answers a command while the part is on screen and `enabled`. */
export const useCommand = (id: CommandId, run: () => void, enabled = true): void => {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!enabled) return
    const entry: Entry = { run: () => latest.current() }
    live.set(id, [...(live.get(id) ?? []), entry])
    return () => {
      live.set(
        id,
        (live.get(id) ?? []).filter((other) => other !== entry),
      )
    }
  }, [id, enabled])
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
const inDialog = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('[role=dialog], [role=alertdialog], [role=menu], [data-own-keys]') !== null

let stop: (() => void) | undefined

/** After « G » the next letter belongs to the sequence « G I », and not to the command of that letter alone. */
let led = false
let ledFor: ReturnType<typeof setTimeout> | undefined
const follow = (leaders: ReadonlySet<string>) => (event: KeyboardEvent) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
  led = plain && leaders.has(event.key.toLowerCase())
  clearTimeout(ledFor)
  if (led) ledFor = setTimeout(() => (led = false), 1_000)
}

/** Binds every key once; called again when the member switches them off or moves one. */
export const bindKeys = (next: Shortcuts): void => {
  shortcuts = next
  stop?.()
  const map: Record<string, (event: KeyboardEvent) => void> = {}
  const leaders = new Set<string>()
  const bound = commandIds.flatMap((id) => {
    const binding = keyOf(id, next)
    return binding === null ? [] : [{ id, binding, isSequence: binding.includes(' ') }]
  })
  // The first that matches takes the key: « G N » comes before « N ».
  for (const { id, binding, isSequence } of bound.toSorted((a, b) => Number(b.isSequence) - Number(a.isSequence))) {
    if (isSequence) leaders.add((binding.split(' ')[0] ?? '').toLowerCase())
    const others = map[binding]
    const last = binding.split(' ').at(-1) ?? ''
    map[binding] = (event) => {
      // A « G » that fell in a text leads nowhere: what follows it outside is a letter of its own.
      if (isSequence && !led) return map[last]?.(event)
      if (event.isComposing || (event.repeat && id !== 'next' && id !== 'previous')) return
      // In the middle of a text, Escape first leaves the text.
      if (id === 'back' && event.target instanceof HTMLElement && isTyping(event.target)) return event.target.blur()
      // Two screens may use one letter for what each can do: the one that is open answers.
      if ((live.get(id)?.length ?? 0) === 0) return others?.(event)
      if ((isTyping(event.target) || inDialog(event.target)) && !worksWhileTyping(id)) return
      if (inDialog(event.target) && id === 'back') return
      if (led && !isSequence) return
      event.preventDefault()
      runCommand(id)
    }
  }
  const unbind = listen(window, map)
  const noteLeader = follow(leaders)
  window.addEventListener('keydown', noteLeader)
  stop = () => {
    unbind()
    window.removeEventListener('keydown', noteLeader)
  }
  tell()
}
