import { describe, expect, it } from '@jest/globals';
import type { ApplicationState } from '@kuer/domain';
import type { ApplicationContent } from './application-content.js';
import type { StoredApplication } from './application-store.js';
import type { RawRow } from './import/index.js';
import { planImport } from './import-plan.js';

const raw = (change: RawRow = {}): RawRow => ({
  title: 'Neue Mitte',
  leadName: 'Auenstedt',
  leadAgs: '05978901',
  sizeClass: 'Kleinere Mittelstadt',
  portfolioGroup: 'Mittelstädte',
  phase: 'A',
  fundingRequested: 4250000,
  ...change,
});

const content = (change: Partial<ApplicationContent> = {}): ApplicationContent => ({
  title: 'Neue Mitte',
  motto: null,
  summary: 'Was dort geschieht.',
  lead: { name: 'Auenstedt', ags: '05978901', kind: 'Stadt' },
  partners: [],
  federalStates: ['NW'],
  sizeClass: 'kleinere-mittelstadt',
  portfolioGroup: 'mittelstaedte',
  phase: 'A',
  fundingRequested: 4_250_000,
  population: null,
  themes: [],
  contactEmail: null,
  overview: null,
  ...change,
});

const stored = (
  number: string,
  change: Partial<ApplicationContent> = {},
  state: ApplicationState = 'received',
): StoredApplication => ({
  id: `id of ${number}`,
  number,
  state,
  version: 0,
  content: content(change),
});

const birkenhain = { lead: { name: 'Birkenhain', ags: '05978902', kind: null } };

function plan(rows: RawRow[], applications: StoredApplication[] = [], closed: string[] = []) {
  return planImport(
    rows.map((row, index) => ({ line: index + 2, raw: row })),
    { applications, numbers: new Set([...applications.map(({ number }) => number), ...closed]) },
  );
}
const codes = (findings: readonly { readonly code: string }[]): string[] => findings.map(({ code }) => code);

describe('an import', () => {
  it('takes a row for a new application where neither number nor municipality is known', () => {
    const [row] = plan([raw()]);
    expect(row).toMatchObject({
      line: 2,
      outcome: 'new',
      number: null,
      existing: null,
      leadName: 'Auenstedt',
      errors: [],
    });
    expect(plan([raw({ number: 'B-007' })], [stored('B-001', birkenhain)])[0]).toMatchObject({
      outcome: 'new',
      number: 'B-007',
    });
  });

  it('knows an application by its number, and by its municipality, however the key is written', () => {
    const known = stored('B-003');
    expect(plan([raw({ number: 'B-003' })], [known])[0]).toMatchObject({ outcome: 'unchanged', number: 'B-003' });
    expect(plan([raw({ leadAgs: '059780000901' })], [known])[0]).toMatchObject({
      outcome: 'changed',
      number: 'B-003',
      changedColumns: ['leadAgs'],
    });
  });

  it('changes the columns that the file has and leaves those it does not', () => {
    const known = stored('B-003', { summary: 'Was dort geschieht.', motto: 'Mitte machen' });
    const [without] = plan([raw({ title: 'Andere Mitte' })], [known]);
    expect(without).toMatchObject({ outcome: 'changed', changedColumns: ['title'] });
    expect(without?.content).toMatchObject({
      summary: 'Was dort geschieht.',
      motto: 'Mitte machen',
      lead: { kind: 'Stadt' },
    });
    const [emptied] = plan([raw({ summary: '', motto: null })], [known]);
    expect(emptied?.changedColumns).toEqual(['motto', 'summary']);
  });

  it('refuses to touch what is decided or withdrawn, but passes over it where nothing changes', () => {
    const decided = stored('B-003', {}, 'formally_accepted');
    expect(plan([raw()], [decided])[0]).toMatchObject({ outcome: 'unchanged', errors: [] });
    const [changed] = plan([raw({ title: 'Andere Mitte' })], [decided]);
    expect(changed?.outcome).toBe('wrong');
    expect(codes(changed?.errors ?? [])).toEqual(['IMPORT.APPLICATION_FIXED']);
    const withdrawn = stored('B-003', {}, 'withdrawn');
    expect(codes(plan([raw({ number: 'B-003', title: 'Doch' })], [withdrawn])[0]?.errors ?? [])).toEqual([
      'IMPORT.APPLICATION_FIXED',
    ]);
    // A withdrawn application frees its municipality.
    expect(plan([raw()], [withdrawn])[0]).toMatchObject({ outcome: 'new' });
  });

  it('shows nothing of an application that is closed to the reader', () => {
    const [row] = plan([raw({ number: 'B-009' })], [], ['B-009']);
    expect(row).toMatchObject({ outcome: 'wrong', existing: null, content: null, changedColumns: [] });
    expect(codes(row?.errors ?? [])).toEqual(['IMPORT.APPLICATION_RECUSED']);
  });

  it('refuses a municipality that leads another application, unless the file moves that one away', () => {
    const ground = [stored('B-001'), stored('B-002', birkenhain)];
    const [taken] = plan([raw({ number: 'B-002' })], ground);
    expect(codes(taken?.errors ?? [])).toEqual(['IMPORT.LEAD_TAKEN']);
    const swapped = plan(
      [raw({ number: 'B-002' }), raw({ number: 'B-001', leadName: 'Birkenhain', leadAgs: '05978902' })],
      ground,
    );
    expect(swapped.map(({ outcome }) => outcome)).toEqual(['changed', 'changed']);
    expect(codes(swapped[0]?.warnings ?? [])).toContain('IMPORT.LEAD_CHANGES');
  });

  it('refuses the same number or municipality twice in one file', () => {
    const rows = plan([
      raw({ number: 'B-001' }),
      raw({ number: 'B-001', leadAgs: '05978902' }),
      raw({ leadAgs: '059780000901' }),
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'wrong', 'wrong']);
    expect(codes(rows[1]?.errors ?? [])).toEqual(['IMPORT.DUPLICATE_NUMBER']);
    expect(codes(rows[2]?.errors ?? [])).toEqual(['IMPORT.DUPLICATE_LEAD']);
  });

  it('warns of what the formal check will look at, and lets it pass', () => {
    const other = stored('B-002', { ...birkenhain, partners: [{ name: 'Heidwalde', ags: '05978907', kind: null }] });
    const [row] = plan([raw({ partners: 'Heidwalde (05978907)', population: 900_000 })], [other]);
    expect(row?.outcome).toBe('new');
    expect(codes(row?.warnings ?? []).sort()).toEqual([
      'IMPORT.GROUP_UNUSUAL',
      'IMPORT.PARTY_IN_ANOTHER_APPLICATION',
      'IMPORT.SIZE_CLASS_IMPLAUSIBLE',
    ]);
  });

  it('says of a wrong row what it can', () => {
    const [row] = plan([{ number: 'B-1', title: 'Nur ein Titel' }]);
    expect(row).toMatchObject({ outcome: 'wrong', number: 'B-1', title: 'Nur ein Titel', leadName: null });
    expect(codes(row?.errors ?? [])).toContain('IMPORT.NUMBER_INVALID');
  });
});
