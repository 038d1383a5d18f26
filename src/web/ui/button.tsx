import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import type { CommandId } from '../keys/commands.ts'
import { Kbd } from '../keys/kbd.tsx'
import './button.css'

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  look?: 'plain' | 'main' | 'quiet' | 'danger' | 'link'
  small?: boolean
  icon?: ReactNode
  command?: CommandId
  children?: ReactNode
}

/** Something to do. An icon alone needs an `aria-label`. */
export function Button({ look = 'plain', small = false, icon, command, children, ...rest }: ButtonProps) {
  const lone = children === undefined
  return (
    <AriaButton className={`button ${look}${small ? ' small-button' : ''}${lone ? ' lone' : ''}`} {...rest}>
      {icon}
      {children}
      {command && !lone && <Kbd of={command} />}
    </AriaButton>
  )
}
