import type { Schema } from '../api/types.js';
import type { Application } from './applications-api.js';

type Input = Omit<Schema<'CreateApplicationRequest'>, 'number'>;
type Party = Schema<'PartyDto'>;

/** The fields as a form has them: text everywhere. */
export interface FormValues {
  number: string;
  title: string;
  motto: string;
  summary: string;
  leadName: string;
  leadAgs: string;
  partners: string;
  federalStates: string[];
  sizeClass: string;
  portfolioGroup: string;
  phase: string;
  funding: string;
  population: string;
  themes: string;
  contactEmail: string;
}

export const valuesOf = (application: Application | null): FormValues => ({
  number: application?.number ?? '',
  title: application?.title ?? '',
  motto: application?.motto ?? '',
  summary: application?.summary ?? '',
  leadName: application?.lead?.name ?? '',
  leadAgs: application?.lead?.ags ?? '',
  partners: (application?.partners ?? []).map((one) => (one.ags ? `${one.name} (${one.ags})` : one.name)).join('\n'),
  federalStates: application?.federalStates ?? [],
  sizeClass: application?.sizeClass ?? '',
  portfolioGroup: application?.portfolioGroup ?? '',
  phase: application?.phase ?? '',
  funding: application?.fundingRequested === null ? '' : String(application?.fundingRequested ?? ''),
  population: application?.population === null ? '' : String(application?.population ?? ''),
  themes: (application?.themes ?? []).join(', '),
  contactEmail: application?.contactEmail ?? '',
});

/** EUR as people write it: 4.250.000, 4,250,000, 4250000,50. Undefined where it is no amount. */
export function amountOf(text: string): number | undefined {
  const compact = text.replaceAll(/[\s€]|EUR/g, '');
  const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(compact);
  if (!match?.[1]) return undefined;
  return Number(`${match[1].replaceAll(/[.,]/g, '')}.${match[2] ?? '0'}`);
}

export const wholeOf = (text: string): number | undefined => {
  const digits = text.replaceAll(/[\s.,]/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
};

/** Lines "name (AGS)"; the first line that can't be read is returned as `wrong`. */
export function partnersOf(text: string): { partners: Party[]; wrong: string | null } {
  const partners: Party[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const match = /^(.*?)\s*(?:\(([^)]*)\))?$/.exec(line);
    const [name, ags] = [match?.[1] ?? '', match?.[2]];
    if (name === '' || (ags !== undefined && !/^(\d{8}|\d{12})$/.test(ags))) return { partners, wrong: line };
    partners.push({ name, ags: ags ?? null });
  }
  return { partners, wrong: null };
}

export function inputOf(values: FormValues): Input {
  return {
    title: values.title,
    motto: values.motto.trim() || null,
    summary: values.summary.trim() || null,
    lead: { name: values.leadName, ags: values.leadAgs.trim() },
    partners: partnersOf(values.partners).partners,
    federalStates: values.federalStates as Input['federalStates'],
    sizeClass: values.sizeClass as Input['sizeClass'],
    portfolioGroup: values.portfolioGroup as Input['portfolioGroup'],
    phase: values.phase as Input['phase'],
    fundingRequested: amountOf(values.funding) ?? 0,
    population: values.population.trim() === '' ? null : (wholeOf(values.population) ?? null),
    themes: values.themes
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    contactEmail: values.contactEmail.trim() || null,
  };
}
