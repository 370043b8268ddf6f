import type { MessageCatalogue } from '../message-catalogue.js';

export const formalCheckErrors = {} as const satisfies MessageCatalogue;
