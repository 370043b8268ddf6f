import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** As „?“, „Ctrl+K“, „Ctrl+Enter“, „0–5“. */
  keys: string;
  label: string;
  scope?: 'everywhere' | 'page';
  /** Left out: only listed in the help; the element itself listens. */
  onPress?(): void;
}

const SINGLE_KEYS = 'kuer.singleKeys';
let listed: readonly Shortcut[] = [];
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** All shortcuts of what is on screen now. */
export const useShortcuts = (): readonly Shortcut[] => useSyncExternalStore(subscribe, () => listed);

let single = readSingle();

function readSingle(): boolean {
  try {
    return localStorage.getItem(SINGLE_KEYS) !== 'off';
  } catch {
    return true;
  }
}

/** Shortcuts of one key can be turned off (WCAG 2.1.4): speech input types single letters. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => single);
  return [
    on,
    (next) => {
      single = next;
      try {
        localStorage.setItem(SINGLE_KEYS, next ? 'on' : 'off');
      } catch {
        // Then it holds until the page is closed.
      }
      tell();
    },
  ];
}

/** Lists a shortcut in the help („?“) and, with onPress, acts on it. Keys without Ctrl do nothing while someone types. */
export function useShortcut({ keys, label, scope = 'page', onPress }: Shortcut): void {
  const press = useRef(onPress);
  press.current = onPress;
  const acts = onPress !== undefined;
  useEffect(() => {
    const entry: Shortcut = { keys, label, scope };
    listed = [...listed, entry];
    tell();
    const onKey = (event: KeyboardEvent) => {
      if (!matches(event, keys)) return;
      event.preventDefault();
      press.current?.();
    };
    if (acts) document.addEventListener('keydown', onKey);
    return () => {
      listed = listed.filter((one) => one !== entry);
      tell();
      document.removeEventListener('keydown', onKey);
    };
  }, [keys, label, scope, acts]);
}

function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const withCtrl = parts.includes('Ctrl');
  if (event.key.toLowerCase() !== key.toLowerCase() || (event.ctrlKey || event.metaKey) !== withCtrl) return false;
  if (withCtrl) return event.shiftKey === parts.includes('Shift') && !event.altKey;
  return single && !event.altKey && !isEditable(event.target);
}

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  // Nobody types into a radio button.
  !(target instanceof HTMLInputElement && target.type === 'radio');
