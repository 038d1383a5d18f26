import { useNavigate } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { commandGroups, groupNames, keyOf, printKey } from '../keys/commands.ts'
import { useShortcuts } from '../keys/registry.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/modal.tsx'
import { useWords } from '../words/words.ts'
import { openPanel } from './panel.ts'
import './keymap.css'

/** The keyboard, on one sheet, with the keys in force for this member. */
export function Keymap() {
  const w = useWords()
  const navigate = useNavigate()
  const shortcuts = useShortcuts()
  const change = () => {
    openPanel(null)
    void navigate({ to: '/w/$workspace/me', params: { workspace: workspaceId() }, search: { section: 'shortcuts' } })
  }
  return (
    <Sheet label={w.commands.keymap} onClose={() => openPanel(null)} wide>
      <div className="sheet-body">
        <h2>{w.commands.keymap}</h2>
        <p className="quiet">{w.commands.keymapAnswer(shortcuts.on)}</p>
        <div className="keymap">
          {groupNames.map((group) => (
            <section key={group}>
              <h3>{w.commands.groups[group]}</h3>
              <dl>
                {commandGroups[group].map((id) => {
                  const binding = keyOf(id, shortcuts)
                  return (
                    <div key={id}>
                      <dt>{w.commands.names[id]}</dt>
                      <dd>{binding === null ? '–' : <kbd className="kbd">{printKey(binding)}</kbd>}</dd>
                    </div>
                  )
                })}
              </dl>
            </section>
          ))}
        </div>
        <div className="sheet-acts">
          <Button onPress={change}>{w.commands.changeKeys}</Button>
          <Button look="main" onPress={() => openPanel(null)}>
            {w.app.close}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
