import type { MessageCatalogue } from '../message-catalogue.js';

export const publicationErrors = {} as const satisfies MessageCatalogue;
