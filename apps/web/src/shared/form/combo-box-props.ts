import type { FieldProps } from './field.js';

export interface ComboOption {
  value: string;
  label: string;
  /** Second line, searched as well (an e-mail address, the place of an application). */
  detail?: string;
}

export interface ComboBoxProps extends FieldProps {
  options: readonly ComboOption[];
  value: string | null;
  onChange(value: string | null): void;
  onBlur?(): void;
  disabled?: boolean;
  /** Searching is the server's: called with what is typed, and options are shown as they come. */
  onSearch?(text: string): void;
}
