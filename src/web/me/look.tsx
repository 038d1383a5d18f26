import { useState } from 'react'
import { useDesk } from '../session/session.ts'
import { Panel } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { Choice, TextField } from '../ui/field.tsx'
import { useWords } from '../words/words.ts'
import { saveMe } from './save-me.ts'

const themes = ['system', 'light', 'dark'] as const

/** Name, language, light or dark, roomy or tight; each choice shows at once. */
export function Look() {
  const w = useWords()
  const { me } = useDesk()
  const { preferences, language } = me
  const [name, setName] = useState(me.name)
  return (
    <Panel title={w.me.names.look}>
      <div className="stack">
        <form
          className="form-line"
          onSubmit={(event) => {
            event.preventDefault()
            void saveMe({ name: name.trim() })
          }}
        >
          <TextField
            label={w.entry.name}
            required
            maxLength={120}
            value={name}
            onChange={(e) => setName(e.target.value)}
          />
          <Button type="submit" isDisabled={name.trim() === '' || name.trim() === me.name}>
            {w.settings.keep}
          </Button>
        </form>
        <Choice
          label={w.me.language}
          value={language}
          onChange={(e) => void saveMe({ language: e.target.value === 'en' ? 'en' : 'fr' })}
        >
          <option value="fr">Français</option>
          <option value="en">English</option>
        </Choice>
        <Choice
          label={w.me.theme}
          value={preferences.theme ?? 'system'}
          onChange={(e) =>
            void saveMe({
              preferences: { ...preferences, theme: themes.find((t) => t === e.target.value) ?? 'system' },
            })
          }
        >
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {w.me.themes[theme]}
            </option>
          ))}
        </Choice>
        <Choice
          label={w.me.density}
          value={preferences.density ?? 'comfortable'}
          onChange={(e) =>
            void saveMe({
              preferences: { ...preferences, density: e.target.value === 'compact' ? 'compact' : 'comfortable' },
            })
          }
        >
          <option value="comfortable">{w.me.densities.comfortable}</option>
          <option value="compact">{w.me.densities.compact}</option>
        </Choice>
      </div>
    </Panel>
  )
}
