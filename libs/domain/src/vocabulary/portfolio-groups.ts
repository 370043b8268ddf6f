import type { LocalizedText } from './localized-text.js';

/** The four groups in which the jury compares and the reserve list is ordered. Source: 2020 brochure, sections 3 and 4. */
export const PORTFOLIO_GROUPS = [
  'grossstaedte',
  'mittelstaedte',
  'kleinstaedte_landgemeinden',
  'interkommunal_landkreise',
] as const;
export type PortfolioGroup = (typeof PORTFOLIO_GROUPS)[number];

/** German and English names of the groups, the German ones as the brochure prints them. */
export const PORTFOLIO_GROUP_LABELS: Readonly<Record<PortfolioGroup, LocalizedText>> = {
  grossstaedte: { de: 'Großstädte', en: 'Cities' },
  mittelstaedte: { de: 'Mittelstädte', en: 'Medium-sized towns' },
  kleinstaedte_landgemeinden: { de: 'Kleinstädte und Landgemeinden', en: 'Small towns and rural municipalities' },
  interkommunal_landkreise: {
    de: 'Interkommunale Kooperationen und Landkreise',
    en: 'Inter-municipal cooperations and districts',
  },
};

/** The portfolio group with this German name ("Mittelstädte"), or null. */
export function portfolioGroupByName(germanName: string): PortfolioGroup | null {
  return PORTFOLIO_GROUPS.find((key) => PORTFOLIO_GROUP_LABELS[key].de === germanName.trim()) ?? null;
}
