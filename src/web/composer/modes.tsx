import { IconLock, IconNote, IconWorld } from '@tabler/icons-react'
import { memo, useId } from 'react'
import { useWords } from '../words/words.ts'
import { type Mode, modes } from './draft-store.ts'

const icons = { public: IconWorld, private: IconLock, internal: IconNote } as const

/** Public, private or among ourselves: three boxes that never look alike. One that cannot be used says so beside it. */
export const Modes = memo(function Modes({
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
  const name = useId()
  return (
    <div className="modes" role="radiogroup" aria-label={w.composer.modes} data-own-keys>
      {modes
        .filter((m) => allowed.includes(m))
        .map((m) => {
          const Icon = icons[m]
          return (
            <label key={m} className={`mode ${m}`}>
              <input
                className="unseen"
                type="radio"
                name={name}
                checked={m === mode}
                disabled={closed.includes(m) && m !== mode}
                onChange={() => onChange(m)}
              />
              <Icon aria-hidden="true" size={17} />
              {w.composer.mode[m]}
            </label>
          )
        })}
    </div>
  )
})
