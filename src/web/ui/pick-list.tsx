import { IconCheck } from '@tabler/icons-react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { TextField } from 'react-aria-components/TextField'
import { useWords } from '../words/words.ts'
import type { PickOption } from './dialogs.ts'
import { findsIn } from './finds-in.ts'

/** A list one searches by typing and walks with the arrows. */
export function PickList({
  label,
  options,
  none,
  onPick,
}: {
  label: string
  options: readonly PickOption[]
  none?: string | undefined
  onPick: (id: string) => void
}) {
  const w = useWords()
  return (
    <Autocomplete filter={findsIn}>
      <TextField aria-label={label} autoFocus>
        <Input
          role="combobox"
          aria-expanded="true"
          aria-haspopup="menu"
          className="control sheet-search"
          placeholder={w.app.typeToFind}
        />
      </TextField>
      <Menu
        className="pick-list"
        aria-label={label}
        items={options}
        onAction={(key) => onPick(String(key))}
        renderEmptyState={() => <p className="pick-none">{none ?? w.app.nothingFound}</p>}
      >
        {(option) => (
          <MenuItem className="pick" textValue={`${option.text} ${option.detail ?? ''}`}>
            <span className="pick-text">{option.text}</span>
            {option.detail !== undefined && <span className="pick-detail">{option.detail}</span>}
            {option.on === true && <IconCheck aria-label={w.app.chosen} />}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  )
}
