import { IconAlertTriangle } from '@tabler/icons-react'

/** What went wrong with a form, said at once. */
export function Fault({ text }: { text: string | null }) {
  return text === null ? null : (
    <p className="field-fault" role="alert">
      <IconAlertTriangle aria-hidden="true" size={15} /> {text}
    </p>
  )
}
