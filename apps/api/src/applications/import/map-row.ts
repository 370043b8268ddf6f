import type { FederalState } from '@kuer/domain';
import { isEmail } from 'class-validator';
import { CellReader } from './cell-reader.js';
import { checkOfficialKey } from './check-official-key.js';
import type { ImportCellError, RawRow } from './import-problem.js';
import type { ImportedApplication } from './imported-application.js';
import { federalStateOf, phaseOf, portfolioGroupOf, sizeClassOf } from './named-values.js';
import { readPartners } from './read-partners.js';

export type MappedRow =
  | { readonly ok: true; readonly values: ImportedApplication; readonly warnings: readonly ImportCellError[] }
  | { readonly ok: false; readonly errors: readonly ImportCellError[] };

const MAX_FUNDING = 10_000_000_000;
const MAX_POPULATION = 100_000_000;
const MAX_THEMES = 30;
const NUMBER_PATTERN = /^[A-Z]-\d{3,6}$/;

/** Judges one row cell by cell. Every error of the row is reported, not only the first. */
export function mapRow(raw: RawRow): MappedRow {
  const cells = new CellReader(raw);
  const leadKey = readLeadKey(cells);
  const lead = { name: cells.text('leadName', { max: 300, required: true }), ags: leadKey?.key ?? '' };
  const partners = readPartners(cells, lead);
  const values = {
    number: readNumber(cells),
    title: cells.text('title', { max: 300, required: true }),
    motto: cells.text('motto', { max: 500 }) || null,
    summary: cells.text('summary', { max: 20_000 }) || null,
    lead,
    partners,
    federalStates: readStates(cells, leadKey),
    sizeClass: cells.named('sizeClass', sizeClassOf, 'IMPORT.SIZE_CLASS_UNKNOWN'),
    portfolioGroup: cells.named('portfolioGroup', portfolioGroupOf, 'IMPORT.GROUP_UNKNOWN'),
    phase: cells.named('phase', phaseOf, 'IMPORT.PHASE_UNKNOWN'),
    fundingRequested: cells.amount('fundingRequested', { min: 0, max: MAX_FUNDING }),
    population: cells.count('population', MAX_POPULATION),
    themes: readThemes(cells),
    contactEmail: readEmail(cells),
  };
  const { sizeClass, portfolioGroup, phase, fundingRequested } = values;
  if (
    cells.errors.length > 0 ||
    sizeClass === null ||
    portfolioGroup === null ||
    phase === null ||
    fundingRequested === null
  ) {
    return { ok: false, errors: cells.errors };
  }
  return {
    ok: true,
    values: { ...values, sizeClass, portfolioGroup, phase, fundingRequested },
    warnings: cells.warnings,
  };
}

function readNumber(cells: CellReader): string | null {
  const value = cells.text('number', { max: 20 }).toUpperCase();
  if (value === '') return null;
  if (!NUMBER_PATTERN.test(value)) cells.fail('number', 'IMPORT.NUMBER_INVALID', { value });
  return value;
}

function readLeadKey(cells: CellReader): { key: string; state: FederalState } | null {
  const cell = cells.textOrNumber('leadAgs', true);
  if (cell === null) return null;
  const checked = checkOfficialKey(cell);
  if (checked.ok && checked.warning) cells.warn('leadAgs', checked.warning.code, checked.warning.params);
  if (checked.ok) return checked;
  cells.fail('leadAgs', checked.error.code, checked.error.params);
  return null;
}

function readStates(cells: CellReader, lead: { key: string; state: FederalState } | null): FederalState[] {
  const named = cells.list('federalStates', /[;,/\n]/);
  if (named.length === 0) return lead ? [lead.state] : [];
  const states: FederalState[] = [];
  let isComplete = true;
  for (const value of named) {
    const state = federalStateOf(value);
    if (!state) {
      isComplete = false;
      cells.fail('federalStates', 'IMPORT.STATE_UNKNOWN', { value: value.slice(0, 80) });
    } else if (!states.includes(state)) {
      states.push(state);
    }
  }
  if (lead && isComplete && !states.includes(lead.state)) {
    cells.fail('leadAgs', 'IMPORT.AGS_STATE_MISMATCH', { value: lead.key, state: lead.state, column: 'federalStates' });
  }
  return states;
}

function readThemes(cells: CellReader): string[] {
  const themes = [...new Set(cells.list('themes', /[;,\n]/))];
  if (themes.length > MAX_THEMES) cells.fail('themes', 'IMPORT.TOO_MANY_VALUES', { limit: MAX_THEMES });
  for (const theme of themes) {
    if (theme.length > 80) cells.fail('themes', 'IMPORT.VALUE_TOO_LONG', { length: theme.length, limit: 80 });
  }
  return themes;
}

function readEmail(cells: CellReader): string | null {
  const value = cells.text('contactEmail', { max: 254 });
  if (value === '') return null;
  if (!isEmail(value)) cells.fail('contactEmail', 'IMPORT.EMAIL_INVALID', { value });
  return value;
}
