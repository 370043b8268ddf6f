import type { Locale } from '@kuer/contract';
import {
  FEDERAL_STATE_INFO,
  type FederalState,
  PORTFOLIO_GROUP_LABELS,
  type PortfolioGroup,
  SIZE_CLASS_INFO,
  type SizeClass,
} from '@kuer/domain';

/** The words of the overview that are not the projects' own. */
export const OVERVIEW_WORDS = {
  de: {
    heading: 'Übersicht der ausgewählten Projekte',
    summary: (selected: number, applications: number) =>
      `${selected} von ${applications} Bewerbungen wurden ausgewählt.`,
    published: 'Veröffentlicht am',
    generated: 'Demodaten: Bewertungen und einzelne Angaben dieses Förderaufrufs sind erzeugt.',
    phase: { A: 'Smart City-Strategie in Entwicklung', B: 'Smart City-Strategie in Umsetzung' },
    page: 'Seite',
  },
  en: {
    heading: 'Overview of the selected projects',
    summary: (selected: number, applications: number) => `${selected} of ${applications} applications were selected.`,
    published: 'Published on',
    generated: 'Demo data: scores and some details of this call are generated.',
    phase: { A: 'Smart city strategy in development', B: 'Smart city strategy in implementation' },
    page: 'Page',
  },
} as const;

/** The group as the overview prints it: the one of 2020 has “Mittlere Städte” where the brochure’s own chapters say “Mittelstädte”. */
export const overviewGroupName = (key: PortfolioGroup, locale: Locale): string =>
  key === 'mittelstaedte' && locale === 'de' ? 'Mittlere Städte' : PORTFOLIO_GROUP_LABELS[key][locale];

export const sizeClassName = (key: string, locale: Locale): string =>
  SIZE_CLASS_INFO[key as SizeClass]?.label[locale] ?? key;

export const stateNames = (codes: readonly string[], locale: Locale): string =>
  codes.map((code) => FEDERAL_STATE_INFO[code as FederalState]?.[locale] ?? code).join(' – ');

export const dayOf = (time: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(
    new Date(time),
  );
