import type { Locale, LocalizedText } from '@kuer/domain';
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { createFormats, type Formats } from './formats.js';
import type { SameShape, Texts } from './texts.js';

const STORAGE_KEY = 'kuer.locale';
const listeners = new Set<() => void>();
let current: Locale = stored();

function stored(): Locale {
  return storedChoice() ?? 'de';
}

function storedChoice(): Locale | null {
  try {
    const choice = localStorage.getItem(STORAGE_KEY);
    return choice === 'en' || choice === 'de' ? choice : null;
  } catch {
    return null;
  }
}

/** Whoever has not chosen on this computer gets the language of their account. */
export function suggestLocale(locale: Locale): void {
  if (storedChoice() === null && locale !== current) setLocale(locale);
}

/** The language in use, for code outside of React (the API client sends it as Accept-Language). */
export const currentLocale = (): Locale => current;

export function setLocale(locale: Locale): void {
  current = locale;
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface LocaleValue {
  readonly locale: Locale;
  readonly formats: Formats;
}

const LocaleContext = createContext<LocaleValue | null>(null);

export function LocaleProvider({ children }: { children: ReactNode }) {
  const locale = useSyncExternalStore(onLocaleChange, currentLocale);
  const value = useMemo(() => ({ locale, formats: createFormats(locale) }), [locale]);
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

function useLocaleValue(): LocaleValue {
  const value = useContext(LocaleContext);
  if (!value) throw new Error('useLocale needs a LocaleProvider around it');
  return value;
}

export const useLocale = (): Locale => useLocaleValue().locale;

/** Numbers, money, dates and lists in the language in use. */
export const useFormats = (): Formats => useLocaleValue().formats;

/** The texts of a folder in the language in use. */
export function useTexts<T>(texts: Texts<T>): SameShape<T> {
  return texts[useLocale()];
}

/** Picks the language of a label that comes as {de, en}, as the vocabulary of @kuer/domain does. */
export function useLabel(): (text: LocalizedText) => string {
  const locale = useLocale();
  return (text) => text[locale];
}
