import { applicationErrors } from './applications/errors.js';
import { importErrors } from './applications/import-errors.js';
import { auditErrors } from './audit/errors.js';
import { authErrors } from './auth/errors.js';
import { callErrors } from './calls/errors.js';
import { readinessErrors } from './calls/readiness-errors.js';
import { settingsErrors } from './calls/settings-errors.js';
import { fieldErrors } from './field-errors.js';
import { generalErrors } from './general-errors.js';
import type { MessageCatalogue, MessageText } from './message-catalogue.js';
import { publicationErrors } from './publication/errors.js';
import { formalCheckErrors } from './stage1-formal-check/errors.js';
import { reviewErrors } from './stage2-review/errors.js';
import { juryErrors } from './stage3-jury/errors.js';

export type { ImportErrorCode } from './applications/import-errors.js';
export type { MessageCatalogue, MessageText } from './message-catalogue.js';
export type Locale = 'de' | 'en';

/** Every error code with its German and English text. */
export const messages = {
  ...generalErrors,
  ...fieldErrors,
  ...authErrors,
  ...auditErrors,
  ...callErrors,
  ...settingsErrors,
  ...readinessErrors,
  ...applicationErrors,
  ...importErrors,
  ...formalCheckErrors,
  ...reviewErrors,
  ...juryErrors,
  ...publicationErrors,
};
export type ErrorCode = keyof typeof messages;

const catalogue: MessageCatalogue = messages;

/** The text of `code` in `locale`, its `{parameters}` filled in; the code itself where no text is known. */
export function messageFor(code: string, locale: Locale, params: Readonly<Record<string, unknown>> = {}): string {
  const text: MessageText | undefined = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  if (!text) return code;
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? wordsOf(params[name], locale) : whole,
  );
}

/** A value in words: what has a name in each language is called by it, lists are enumerated. */
function wordsOf(value: unknown, locale: Locale): string {
  if (Array.isArray(value)) return value.map((entry) => wordsOf(entry, locale)).join(', ');
  if (typeof value === 'object' && value !== null && 'de' in value && 'en' in value) return String(value[locale]);
  return String(value);
}

export function statusFor(code: string): number | undefined {
  return Object.hasOwn(catalogue, code) ? catalogue[code]?.status : undefined;
}
