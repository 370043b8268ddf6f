import type { components } from './schema.js';

/** A request or answer of the API by the name of its class: Schema<'ApplicationListItem'>. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
