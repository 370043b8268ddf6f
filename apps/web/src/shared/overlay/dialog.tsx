import { lazy, Suspense } from 'react';
import type { DialogProps } from './dialog-props.js';

export type { DialogProps } from './dialog-props.js';

const load = () => import('./dialog-modal.js');
const DialogModal = lazy(load);

/** A modal dialog: takes the focus, keeps it, gives it back. Its code is loaded when the first one opens, or when the page has time. */
export function Dialog(props: DialogProps) {
  if (!props.isOpen) return null;
  return (
    <Suspense fallback={null}>
      <DialogModal {...props} />
    </Suspense>
  );
}

/** Fetches the code of dialogs beforehand, so that they open without a connection too. */
export const preloadDialog = (): void => void load().catch(() => undefined);
