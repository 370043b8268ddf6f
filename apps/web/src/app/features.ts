import type { Feature } from './feature.js';

/** Every folder beside this one that has a routes.tsx. Adding a folder needs no change here. */
const modules = import.meta.glob<Feature>('../*/routes.tsx', { eager: true });

export const features: readonly Feature[] = Object.entries(modules)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([, feature]) => feature);
