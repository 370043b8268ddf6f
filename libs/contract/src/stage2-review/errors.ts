import type { MessageCatalogue } from '../message-catalogue.js';

export const reviewErrors = {} as const satisfies MessageCatalogue;
