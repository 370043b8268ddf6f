import { type Locale, PORTFOLIO_GROUP_LABELS, SIZE_CLASS_INFO } from '@kuer/domain';
import type { ApplicationContent, Party } from './application-content.js';
import type { ImportColumn } from './import/index.js';

/** What a column of the import and of the export holds, but for the number. */
export type ContentColumn = Exclude<ImportColumn, 'number'>;

/** The content as a table shows it: what an export writes here, an import understands. */
export function contentTexts(content: ApplicationContent, locale: Locale): Record<ContentColumn, string | null> {
  return {
    title: content.title,
    motto: content.motto,
    summary: content.summary,
    leadName: content.lead.name,
    leadAgs: content.lead.ags,
    partners: content.partners.map(partyText).join('; ') || null,
    federalStates: content.federalStates.join(', ') || null,
    sizeClass: SIZE_CLASS_INFO[content.sizeClass].label[locale],
    portfolioGroup: PORTFOLIO_GROUP_LABELS[content.portfolioGroup][locale],
    phase: content.phase,
    fundingRequested: content.fundingRequested === null ? null : String(content.fundingRequested),
    population: content.population === null ? null : String(content.population),
    themes: content.themes.join(', ') || null,
    contactEmail: content.contactEmail,
  };
}

const partyText = ({ name, ags }: Party): string => (ags === null ? name : `${name} (${ags})`);
