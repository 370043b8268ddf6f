/** Injection token of the settings that were read from the environment. */
export const SETTINGS = Symbol('SETTINGS');
