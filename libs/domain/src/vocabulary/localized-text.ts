/** A text that exists in both languages of the interface. German is the leading one. */
export interface LocalizedText {
  readonly de: string;
  readonly en: string;
}

/** Languages of the interface and of every message. */
export const LOCALES = ['de', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
