import type { LocalizedText } from './localized-text.js';

/** How a body takes part in an application. */
export const PARTY_ROLES = ['lead', 'partner'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** What kind of body a party is. `association`: Samtgemeinde, Verbandsgemeinde, Amt, Zweckverband. */
export const PARTY_KINDS = ['municipality', 'district', 'association', 'other'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** German and English names of the kinds of bodies. */
export const PARTY_KIND_LABELS: Readonly<Record<PartyKind, LocalizedText>> = {
  municipality: { de: 'Stadt oder Gemeinde', en: 'Town or municipality' },
  district: { de: 'Kreis', en: 'District' },
  association: { de: 'Gemeindeverband', en: 'Association of municipalities' },
  other: { de: 'Sonstige Einrichtung', en: 'Other body' },
};
