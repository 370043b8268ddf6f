import type { MessageCatalogue } from '../message-catalogue.js';

export const juryErrors = {} as const satisfies MessageCatalogue;
