import type { MessageCatalogue } from '../message-catalogue.js';

export const applicationErrors = {} as const satisfies MessageCatalogue;
