import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../controls/button.js';
import { classes } from '../controls/classes.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import type { DialogProps } from './dialog-props.js';

/** The dialog itself; see Dialog, which loads it. */
export default function DialogModal({ onClose, title, children, footer, size, mustDecide, role }: DialogProps) {
  const t = useTexts(sharedTexts);
  return (
    <ModalOverlay
      className="kuer-overlay"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!mustDecide}
      isKeyboardDismissDisabled={mustDecide}
    >
      <Modal className={classes('kuer-modal', size === 'wide' && 'kuer-modal--wide')}>
        <AriaDialog className="kern-dialog kuer-dialog" role={role ?? 'dialog'}>
          <header className="kern-dialog__header">
            <Heading slot="title" level={2} className="kern-title">
              {title}
            </Heading>
            {!mustDecide && (
              <Button variant="tertiary" size="small" icon="close" iconOnly onClick={onClose}>
                {t.close}
              </Button>
            )}
          </header>
          <div className="kern-dialog__body">{children}</div>
          {footer && <footer className="kern-dialog__footer">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
