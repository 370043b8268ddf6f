import type { IconName } from '../controls/icon.js';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  /** Second line. */
  detail?: string;
  disabled?: boolean;
  onAction?(): void;
}

export interface MenuGroup {
  title?: string;
  entries: readonly MenuEntry[];
  /** Radio or check items instead of actions. */
  selection?: { mode: 'single' | 'multiple'; selected: readonly string[]; onChange(selected: string[]): void };
}
