import type { MessageCatalogue } from '../message-catalogue.js';

export const auditErrors = {
  'AUDIT.TYPE_UNKNOWN': {
    status: 400,
    de: 'Diese Ereignisart gibt es nicht: {type}.',
    en: 'There is no event of this type: {type}.',
  },
} as const satisfies MessageCatalogue;
