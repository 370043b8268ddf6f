import type { ReactNode } from 'react';

export interface DialogProps {
  isOpen: boolean;
  onClose(): void;
  title: string;
  children: ReactNode;
  /** Buttons; the first one is what the dialog is for. */
  footer?: ReactNode;
  size?: 'default' | 'wide';
  /** Only its buttons close it: no click outside, no Escape, no cross. */
  mustDecide?: boolean;
  role?: 'dialog' | 'alertdialog';
}
