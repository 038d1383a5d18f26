import { type CommandId, keyOf, printKey } from './commands.ts'
import { useShortcuts } from './registry.ts'

/** The key beside a button; silent to screen readers, which learn it from the keyboard map. */
export function Kbd({ of }: { of: CommandId }) {
  const binding = keyOf(of, useShortcuts())
  return binding === null ? null : (
    <span className="kbd" aria-hidden="true">
      {printKey(binding)}
    </span>
  )
}
