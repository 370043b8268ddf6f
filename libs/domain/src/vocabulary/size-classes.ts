import type { LocalizedText } from './localized-text.js';

/**
 * Size classes: the BBSR types of towns and municipalities (Stadt- und Gemeindetyp), the settlement-structural types of
 * districts (Siedlungsstruktureller Kreistyp), and `gemeinde`, which the 2020 brochure prints once and which belongs to
 * neither scheme.
 */
export const SIZE_CLASSES = [
  'grosse-grossstadt',
  'kleinere-grossstadt',
  'groessere-mittelstadt',
  'kleinere-mittelstadt',
  'groessere-kleinstadt',
  'kleine-kleinstadt',
  'landgemeinde',
  'gemeinde',
  'kreisfreie-grossstadt',
  'staedtischer-kreis',
  'laendlicher-kreis-mit-verdichtungsansaetzen',
  'duenn-besiedelter-laendlicher-kreis',
] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** The family a size class belongs to; it decides which portfolio group a single applicant is expected in. */
export type SizeClassFamily = 'grossstadt' | 'mittelstadt' | 'kleinstadt' | 'landgemeinde' | 'kreis';

/** What is known about a size class. Population bounds are inhabitants; the upper one is exclusive. */
export interface SizeClassInfo {
  readonly key: SizeClass;
  readonly label: LocalizedText;
  readonly scheme: 'municipality' | 'district' | 'none';
  readonly family: SizeClassFamily;
  readonly populationMin: number | null;
  readonly populationMaxExclusive: number | null;
}

/**
 * Labels and population bounds. The bounds serve a plausibility warning only: the BBSR types rest on the central-place
 * function as well, and an import takes the type from the BBSR reference table.
 * Source: Destatis, Stadt-/Landgliederung 2018; BBSR, Stadt- und Gemeindetypen and Siedlungsstrukturelle Kreistypen.
 */
export const SIZE_CLASS_INFO: Readonly<Record<SizeClass, SizeClassInfo>> = {
  'grosse-grossstadt': {
    key: 'grosse-grossstadt',
    label: { de: 'Große Großstadt', en: 'Large city' },
    scheme: 'municipality',
    family: 'grossstadt',
    populationMin: 500_000,
    populationMaxExclusive: null,
  },
  'kleinere-grossstadt': {
    key: 'kleinere-grossstadt',
    label: { de: 'Kleinere Großstadt', en: 'Smaller city' },
    scheme: 'municipality',
    family: 'grossstadt',
    populationMin: 100_000,
    populationMaxExclusive: 500_000,
  },
  'groessere-mittelstadt': {
    key: 'groessere-mittelstadt',
    label: { de: 'Größere Mittelstadt', en: 'Larger medium-sized town' },
    scheme: 'municipality',
    family: 'mittelstadt',
    populationMin: 50_000,
    populationMaxExclusive: 100_000,
  },
  'kleinere-mittelstadt': {
    key: 'kleinere-mittelstadt',
    label: { de: 'Kleinere Mittelstadt', en: 'Smaller medium-sized town' },
    scheme: 'municipality',
    family: 'mittelstadt',
    populationMin: 20_000,
    populationMaxExclusive: 50_000,
  },
  'groessere-kleinstadt': {
    key: 'groessere-kleinstadt',
    label: { de: 'Größere Kleinstadt', en: 'Larger small town' },
    scheme: 'municipality',
    family: 'kleinstadt',
    populationMin: 10_000,
    populationMaxExclusive: 20_000,
  },
  'kleine-kleinstadt': {
    key: 'kleine-kleinstadt',
    label: { de: 'Kleine Kleinstadt', en: 'Smaller small town' },
    scheme: 'municipality',
    family: 'kleinstadt',
    populationMin: 5_000,
    populationMaxExclusive: 10_000,
  },
  landgemeinde: {
    key: 'landgemeinde',
    label: { de: 'Landgemeinde', en: 'Rural municipality' },
    scheme: 'municipality',
    family: 'landgemeinde',
    populationMin: 0,
    populationMaxExclusive: 5_000,
  },
  gemeinde: {
    key: 'gemeinde',
    label: { de: 'Gemeinde', en: 'Municipality' },
    scheme: 'none',
    family: 'landgemeinde',
    populationMin: null,
    populationMaxExclusive: null,
  },
  'kreisfreie-grossstadt': {
    key: 'kreisfreie-grossstadt',
    label: { de: 'Kreisfreie Großstadt', en: 'City forming its own district' },
    scheme: 'district',
    family: 'kreis',
    populationMin: 100_000,
    populationMaxExclusive: null,
  },
  'staedtischer-kreis': {
    key: 'staedtischer-kreis',
    label: { de: 'Städtischer Kreis', en: 'Urban district' },
    scheme: 'district',
    family: 'kreis',
    populationMin: null,
    populationMaxExclusive: null,
  },
  'laendlicher-kreis-mit-verdichtungsansaetzen': {
    key: 'laendlicher-kreis-mit-verdichtungsansaetzen',
    label: { de: 'Ländlicher Kreis mit Verdichtungsansätzen', en: 'Rural district with some densification' },
    scheme: 'district',
    family: 'kreis',
    populationMin: null,
    populationMaxExclusive: null,
  },
  'duenn-besiedelter-laendlicher-kreis': {
    key: 'duenn-besiedelter-laendlicher-kreis',
    label: { de: 'Dünn besiedelter ländlicher Kreis', en: 'Sparsely populated rural district' },
    scheme: 'district',
    family: 'kreis',
    populationMin: null,
    populationMaxExclusive: null,
  },
};

/**
 * The size class with this printed German name, or null. "Große Großstädte" (plural, printed once in the 2020 brochure)
 * is understood as "Große Großstadt".
 */
export function sizeClassByName(germanName: string): SizeClass | null {
  const name = germanName.trim() === 'Große Großstädte' ? 'Große Großstadt' : germanName.trim();
  return SIZE_CLASSES.find((key) => SIZE_CLASS_INFO[key].label.de === name) ?? null;
}
