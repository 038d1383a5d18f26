import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import './modal.css'

/** A sheet above the desk: the focus stays inside, Escape or a press outside leaves, the focus goes back where it was. */
export function Sheet({
  label,
  onClose,
  wide = false,
  children,
}: {
  label: string
  onClose: () => void
  wide?: boolean
  children: ReactNode
}) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={wide ? 'sheet wide' : 'sheet'}>
        <Dialog aria-label={label} className="sheet-inside">
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
