import { type KeyboardEvent, useState } from 'react'
import { type CommandId, commandIds, defaultKeys, isSingleKey, printKey, type Shortcuts } from '../keys/commands.ts'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Tick } from '../ui/field.tsx'
import { useWords } from '../words/words.ts'
import { saveMe } from './save-me.ts'

/** Single-letter keys can be switched off or moved (WCAG 2.1.4): a voice or a slip then sets nothing off. */
export function ShortcutKeys() {
  const w = useWords()
  const { me } = useDesk()
  const shortcuts: Shortcuts = me.preferences.shortcuts ?? { on: true, keys: {} }
  const save = (next: Shortcuts) =>
    void saveMe({ preferences: { ...me.preferences, shortcuts: { on: next.on, keys: { ...next.keys } } } })
  return (
    <Panel title={w.me.names.shortcuts} note={w.me.shortcutsNote}>
      <Tick
        label={w.me.shortcutsOn}
        checked={shortcuts.on}
        onChange={(e) => save({ ...shortcuts, on: e.target.checked })}
      />
      <ul className="key-list">
        {commandIds
          .filter((id) => isSingleKey(defaultKeys[id]))
          .map((id) => (
            <KeyLine key={id} id={id} shortcuts={shortcuts} onSave={save} />
          ))}
      </ul>
      {Object.keys(shortcuts.keys).length > 0 && (
        <p className="acts">
          <Button onPress={() => save({ ...shortcuts, keys: {} })}>{w.me.resetKeys}</Button>
        </p>
      )}
    </Panel>
  )
}

const holderOf = (binding: string, shortcuts: Shortcuts, except: CommandId): CommandId | undefined =>
  commandIds.find((id) => id !== except && (shortcuts.keys[id] ?? defaultKeys[id]) === binding)

function KeyLine({
  id,
  shortcuts,
  onSave,
}: {
  id: CommandId
  shortcuts: Shortcuts
  onSave: (next: Shortcuts) => void
}) {
  const w = useWords()
  const [fault, setFault] = useState<string | null>(null)
  const binding = shortcuts.keys[id] ?? defaultKeys[id]
  const take = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.key === 'Escape' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (event.key.length !== 1 || event.key === ' ') return
    const next = binding.includes(' ') ? `g ${event.key.toLowerCase()}` : event.key.toLowerCase()
    const holder = holderOf(next, shortcuts, id)
    if (holder !== undefined) return setFault(w.me.keyTaken(printKey(next), w.commands.names[holder]))
    setFault(null)
    const { [id]: _, ...others } = shortcuts.keys
    onSave({ ...shortcuts, keys: next === defaultKeys[id] ? others : { ...others, [id]: next } })
  }
  return (
    <li>
      <span>{w.commands.names[id]}</span>
      {fault !== null && (
        <span className="field-fault" role="alert">
          {fault}
        </span>
      )}
      <input
        className="control"
        readOnly
        value={printKey(binding)}
        aria-label={w.me.keyOf(w.commands.names[id])}
        disabled={!shortcuts.on}
        onKeyDown={take}
        onBlur={() => setFault(null)}
      />
    </li>
  )
}
