import type { Locale } from '@kuer/contract';
import type { Request } from 'express';

/** The language to answer in: the better liked of German and English, German where neither is asked for. */
export const languageOf = (request: Request): Locale => (request.acceptsLanguages('de', 'en') === 'en' ? 'en' : 'de');
