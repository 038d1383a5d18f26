import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useSpeech } from '../words/words.ts'
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
  const { language } = useSpeech()
  return (
    <I18nProvider locale={language === 'fr' ? 'fr-FR' : 'en-GB'}>
      <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
        <Modal className={wide ? 'sheet wide' : 'sheet'}>
          <Dialog aria-label={label} className="sheet-inside">
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}
