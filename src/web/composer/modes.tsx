import { IconLock, IconNote, IconWorld } from '@tabler/icons-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useWords } from '../words/words.ts'
import { type Mode, modes } from './draft-store.ts'

const icons = { public: IconWorld, private: IconLock, internal: IconNote } as const

/** Public, private or among ourselves: three boxes that never look alike. One that cannot be used says so beside it. */
export function Modes({
  mode,
  allowed,
  closed,
  onChange,
}: {
  mode: Mode
  allowed: readonly Mode[]
  closed: readonly Mode[]
  onChange: (mode: Mode) => void
}) {
  const w = useWords()
  return (
    <ToggleButtonGroup
      className="modes"
      aria-label={w.composer.modes}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[mode]}
      onSelectionChange={(keys) => {
        const next = modes.find((m) => keys.has(m))
        if (next !== undefined) onChange(next)
      }}
    >
      {modes
        .filter((m) => allowed.includes(m))
        .map((m) => {
          const Icon = icons[m]
          return (
            <ToggleButton key={m} id={m} className={`mode ${m}`} isDisabled={closed.includes(m) && m !== mode}>
              <Icon aria-hidden="true" size={17} />
              {w.composer.mode[m]}
            </ToggleButton>
          )
        })}
    </ToggleButtonGroup>
  )
}
