import type { ComponentProps, ReactNode } from 'react'
import type { CommandId } from '../keys/commands.ts'
import { Kbd } from '../keys/kbd.tsx'
import './button.css'

type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'style' | 'onClick' | 'disabled' | 'children'> & {
  look?: 'plain' | 'main' | 'quiet' | 'danger' | 'link'
  small?: boolean
  icon?: ReactNode
  command?: CommandId
  isDisabled?: boolean
  onPress?: () => unknown
  children?: ReactNode
}

/** Something to do. An icon alone needs an `aria-label`, which is also its tooltip. The browser's own button: a screen has dozens. */
export function Button({
  look = 'plain',
  small = false,
  icon,
  command,
  isDisabled,
  onPress,
  children,
  ...rest
}: ButtonProps) {
  const lone = children === undefined
  return (
    <button
      type="button"
      className={`button ${look}${small ? ' small-button' : ''}${lone ? ' lone' : ''}`}
      disabled={isDisabled}
      onClick={() => void onPress?.()}
      {...(lone && rest['aria-label'] !== undefined && { title: rest['aria-label'] })}
      {...rest}
    >
      {icon}
      {children}
      {command && !lone && <Kbd of={command} />}
    </button>
  )
}
