import type { MessageCatalogue } from '../message-catalogue.js';

export const callErrors = {} as const satisfies MessageCatalogue;
