import { createKeybindingsHandler } from 'tinykeys'

export type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>

/**
 * Runs what a key or a sequence of keys is bound to, the first that matches; gives what ends it. A « G » that has led to one screen waits for
 * no other letter: the next « G » begins anew, however soon it comes.
 */
export const listen = (target: EventTarget, bindings: Bindings): (() => void) => {
  const begin = () => createKeybindingsHandler(fresh, { ignore: (event) => event.defaultPrevented })
  const fresh = Object.fromEntries(
    Object.entries(bindings).map(([keys, run]) => [
      keys,
      (event: KeyboardEvent) => {
        hear = begin()
        run(event)
      },
    ]),
  )
  let hear = begin()
  const onKey = (event: Event) => hear(event)
  target.addEventListener('keydown', onKey)
  return () => target.removeEventListener('keydown', onKey)
}
