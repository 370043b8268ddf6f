import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';

// Also read by public/first-paint.js, before anything is painted.
const STORAGE_KEY = 'kuer.theme';
const listeners = new Set<() => void>();
let current: Theme = readTheme();

function readTheme(): Theme {
  try {
    const theme = localStorage.getItem(STORAGE_KEY);
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  } catch {
    return 'system';
  }
}

function apply(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.kernTheme;
  else root.dataset.kernTheme = theme;
}

export function setTheme(theme: Theme): void {
  current = theme;
  apply(theme);
  try {
    if (theme === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Then it holds until the page is closed.
  }
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** Paper is white: prints in the light theme, whatever the screen shows. */
export function printInLight(): void {
  window.addEventListener('beforeprint', () => apply('light'));
  window.addEventListener('afterprint', () => apply(current));
}
