import { describe, expect, it } from '@jest/globals';
import { messages } from '@kuer/contract/messages';
import { findDuplicates } from './find-duplicates.js';
import { importErrorText } from './import-error-text.js';
import type { ImportCellError, RawRow } from './import-problem.js';
import type { ImportedApplication } from './imported-application.js';
import { mapRow } from './map-row.js';

const importErrors = Object.fromEntries(Object.entries(messages).filter(([code]) => code.startsWith('IMPORT.')));

const row = (changes: RawRow = {}): RawRow => ({
  title: 'Smarte Auen',
  leadName: 'Auenrode',
  leadAgs: '03199001',
  sizeClass: 'Kleinere Mittelstadt',
  portfolioGroup: 'Mittelstädte',
  phase: 'A',
  fundingRequested: '4.250.000,00',
  ...changes,
});
const valuesOf = (changes: RawRow = {}): ImportedApplication => {
  const mapped = mapRow(row(changes));
  if (!mapped.ok) throw new Error(JSON.stringify(mapped.errors));
  return mapped.values;
};
const errorsOf = (changes: RawRow): readonly ImportCellError[] => {
  const mapped = mapRow(row(changes));
  return mapped.ok ? [] : mapped.errors;
};
const codesOf = (changes: RawRow): string[] => errorsOf(changes).map(({ column, code }) => `${column} ${code}`);

describe('mapRow', () => {
  it('maps the least that a row needs; the state follows from the key', () => {
    expect(valuesOf()).toEqual({
      number: null,
      title: 'Smarte Auen',
      motto: null,
      summary: null,
      lead: { name: 'Auenrode', ags: '03199001' },
      partners: [],
      federalStates: ['NI'],
      sizeClass: 'kleinere-mittelstadt',
      portfolioGroup: 'mittelstaedte',
      phase: 'A',
      fundingRequested: 4_250_000,
      population: null,
      themes: [],
      contactEmail: null,
    });
  });

  it('maps everything that a row can have', () => {
    expect(
      valuesOf({
        number: 'b-007',
        motto: ' Gemeinsam  ',
        summary: 'Zeile 1\r\nZeile 2',
        partners: 'Halle (Saale) (15002000); Verbandsgemeinde Südeifel (072325005000); Hochschule Auenrode',
        federalStates: 'Niedersachsen, ST; rp',
        population: '48.500',
        themes: 'Mobilität, Energie; Mobilität',
        contactEmail: 'smart@auenrode.example',
      }),
    ).toMatchObject({
      number: 'B-007',
      motto: 'Gemeinsam',
      summary: 'Zeile 1\nZeile 2',
      partners: [
        { name: 'Halle (Saale)', ags: '15002000' },
        { name: 'Verbandsgemeinde Südeifel', ags: '072325005000' },
        { name: 'Hochschule Auenrode', ags: null },
      ],
      federalStates: ['NI', 'ST', 'RP'],
      population: 48_500,
      themes: ['Mobilität', 'Energie'],
      contactEmail: 'smart@auenrode.example',
    });
  });

  it('takes lists and objects of a JSON file', () => {
    expect(
      valuesOf({
        partners: [{ name: 'Wietzhorst', ags: '03199002' }, 'Leinsbüttel (03199003)'],
        federalStates: ['NI'],
        themes: ['Energie'],
        population: 48_500,
      }),
    ).toMatchObject({
      partners: [
        { name: 'Wietzhorst', ags: '03199002' },
        { name: 'Leinsbüttel', ags: '03199003' },
      ],
      themes: ['Energie'],
      population: 48_500,
    });
    expect(codesOf({ partners: [{ name: 'Wietzhorst', mayor: 'x' }] })).toEqual(['partners IMPORT.PARTNER_UNREADABLE']);
    expect(codesOf({ themes: [1], title: ['x'] })).toEqual([
      'title IMPORT.VALUE_NOT_TEXT',
      'themes IMPORT.VALUE_NOT_TEXT',
    ]);
  });

  it('reports every wrong cell of a row, not only the first', () => {
    expect(mapRow({})).toMatchObject({ ok: false });
    const all = mapRow({});
    expect(all.ok ? [] : all.errors.map(({ column, code }) => [column, code])).toEqual(
      ['leadAgs', 'leadName', 'title', 'sizeClass', 'portfolioGroup', 'phase', 'fundingRequested'].map((column) => [
        column,
        'IMPORT.VALUE_MISSING',
      ]),
    );
  });

  it.each([
    [1003000, 'IMPORT.AGS_LEADING_ZERO_LOST', '01003000'],
    ['1003000', 'IMPORT.AGS_LEADING_ZERO_LOST', '01003000'],
    [72325005000, 'IMPORT.AGS_LEADING_ZERO_LOST', '072325005000'],
    ['09475', 'IMPORT.AGS_IS_DISTRICT_KEY', '09475000'],
    ['0100300', 'IMPORT.AGS_LEADING_ZERO_LOST', '00100300'],
    ['010030001', 'IMPORT.AGS_INVALID', undefined],
    ['Lübeck', 'IMPORT.AGS_INVALID', undefined],
    ['17000000', 'IMPORT.AGS_STATE_UNKNOWN', undefined],
    ['00100300', 'IMPORT.AGS_STATE_UNKNOWN', undefined],
  ])('refuses the key %p and says how to mend it', (leadAgs, code, suggestion) => {
    const [error] = errorsOf({ leadAgs });
    expect(error).toMatchObject({ column: 'leadAgs', code });
    expect(error?.params.suggestion).toBe(suggestion);
  });

  it('only warns of a region that the state does not have', () => {
    const mapped = mapRow(row({ leadAgs: '03999001', partners: 'Wietzhorst (01999002)' }));
    expect(mapped.ok ? mapped.warnings.map(({ column, code }) => [column, code]) : mapped.errors).toEqual([
      ['leadAgs', 'IMPORT.AGS_IMPLAUSIBLE'],
      ['partners', 'IMPORT.AGS_IMPLAUSIBLE'],
    ]);
  });

  it('takes a key that lost nothing, as a number or with blanks', () => {
    expect(valuesOf({ leadAgs: 11000000 }).lead.ags).toBe('11000000');
    expect(valuesOf({ leadAgs: ' 07 2 32 5005 000 ' }).lead.ags).toBe('072325005000');
  });

  it('holds key and states against each other', () => {
    expect(errorsOf({ federalStates: 'Bayern' })).toEqual([
      {
        column: 'leadAgs',
        code: 'IMPORT.AGS_STATE_MISMATCH',
        params: { column: 'federalStates', value: '03199001', state: 'NI' },
      },
    ]);
    expect(codesOf({ federalStates: 'Niedersachsen, Tirol' })).toEqual(['federalStates IMPORT.STATE_UNKNOWN']);
    expect(valuesOf({ leadAgs: '05113000', federalStates: 'NRW' }).federalStates).toEqual(['NW']);
  });

  it.each([
    ['Wietzhorst (0319900)', 'IMPORT.AGS_LEADING_ZERO_LOST'],
    ['Wietzhorst (03199002', 'IMPORT.PARTNER_UNREADABLE'],
    ['03199002', 'IMPORT.PARTNER_UNREADABLE'],
    ['Auenrode-Süd (03199001)', 'IMPORT.PARTY_TWICE_IN_ROW'],
    ['Wietzhorst (03199002); Leinsbüttel (03199002)', 'IMPORT.PARTY_TWICE_IN_ROW'],
    ['Auenrode (031990001001)', 'IMPORT.PARTY_TWICE_IN_ROW'],
    [Array.from({ length: 201 }, (_, index) => `Ort ${index} a`).join(';'), 'IMPORT.TOO_MANY_VALUES'],
  ])('refuses the partners %p', (partners, code) => {
    expect(codesOf({ partners })).toEqual([`partners ${code}`]);
  });

  it.each([
    ['kleinere-mittelstadt', 'grossstaedte', 'Phase B'],
    ['KLEINERE  MITTELSTADT', 'Großstädte', 'Smart City-Strategie in Umsetzung'],
    ['Smaller medium-sized town', 'Cities', 'Smart city strategy in implementation'],
  ])('knows classes, groups and phases by key and by name: %s', (sizeClass, portfolioGroup, phase) => {
    expect(valuesOf({ sizeClass, portfolioGroup, phase })).toMatchObject({
      sizeClass: 'kleinere-mittelstadt',
      portfolioGroup: 'grossstaedte',
      phase: 'B',
    });
  });

  it('understands what the brochure of 2020 prints', () => {
    expect(valuesOf({ sizeClass: 'Große Großstädte', portfolioGroup: 'Mittlere Städte' })).toMatchObject({
      sizeClass: 'grosse-grossstadt',
      portfolioGroup: 'mittelstaedte',
    });
  });

  it('refuses names that are none', () => {
    expect(codesOf({ sizeClass: 'Metropole', portfolioGroup: 'Dörfer', phase: 'C' })).toEqual([
      'sizeClass IMPORT.SIZE_CLASS_UNKNOWN',
      'portfolioGroup IMPORT.GROUP_UNKNOWN',
      'phase IMPORT.PHASE_UNKNOWN',
    ]);
  });

  it('refuses values that are too long, of the wrong kind or no number of the pattern', () => {
    expect(codesOf({ title: 'x'.repeat(301) })).toEqual(['title IMPORT.VALUE_TOO_LONG']);
    expect(codesOf({ title: new Date(0), leadName: true })).toEqual([
      'leadName IMPORT.VALUE_NOT_TEXT',
      'title IMPORT.VALUE_NOT_TEXT',
    ]);
    expect(codesOf({ number: '12', contactEmail: 'a@', population: '12,5' })).toEqual([
      'number IMPORT.NUMBER_INVALID',
      'population IMPORT.COUNT_INVALID',
      'contactEmail IMPORT.EMAIL_INVALID',
    ]);
    expect(codesOf({ fundingRequested: -1 })).toEqual(['fundingRequested IMPORT.AMOUNT_OUT_OF_RANGE']);
    expect(codesOf({ fundingRequested: 'viel' })).toEqual(['fundingRequested IMPORT.AMOUNT_INVALID']);
    expect(codesOf({ fundingRequested: '4.250' })).toEqual(['fundingRequested IMPORT.AMOUNT_AMBIGUOUS']);
  });

  it('composes umlauts and takes off the guard of an export', () => {
    expect(valuesOf({ title: 'U\u0308bermu\u0308hle', motto: "'=Zukunft" })).toMatchObject({
      title: 'Übermühle',
      motto: '=Zukunft',
    });
  });
});

describe('findDuplicates', () => {
  const at = (line: number, changes: RawRow) => ({ line, values: valuesOf(changes) });

  it('refuses the same municipality and the same number twice, at the later row', () => {
    const { errors, warnings } = findDuplicates([
      at(2, { number: 'B-001' }),
      at(3, { number: 'B-001' }),
      at(4, { leadAgs: '03199002' }),
    ]);
    expect([...errors]).toEqual([
      [
        3,
        [
          { column: 'number', code: 'IMPORT.DUPLICATE_NUMBER', params: { column: 'number', value: 'B-001', line: 2 } },
          {
            column: 'leadAgs',
            code: 'IMPORT.DUPLICATE_LEAD',
            params: { column: 'leadAgs', value: '03199001', line: 2 },
          },
        ],
      ],
    ]);
    expect(warnings.size).toBe(0);
  });

  it('warns of a body that takes part twice', () => {
    const { errors, warnings } = findDuplicates([
      at(2, { partners: 'Wietzhorst (03199002)' }),
      at(3, { leadAgs: '03199002', partners: 'Auenrode (03199001)' }),
    ]);
    expect(errors.size).toBe(0);
    expect(warnings.get(3)?.map(({ column, params }) => [column, params.value, params.line])).toEqual([
      ['leadAgs', '03199002', 2],
      ['partners', '03199001', 2],
    ]);
  });
});

describe('importErrorText', () => {
  it('says what is wrong and how to mend it, in both languages', () => {
    const [error] = errorsOf({ leadAgs: 1003000 });
    if (!error) throw new Error('no error');
    expect(importErrorText(error, 'de')).toContain('gemeint ist vermutlich 01003000');
    expect(importErrorText(error, 'en')).toContain('probably 01003000 is meant');
    const [mismatch] = errorsOf({ federalStates: 'Bayern' });
    if (!mismatch) throw new Error('no error');
    expect(importErrorText(mismatch, 'de')).toContain('gehört zu Niedersachsen; unter „Länder“');
    expect(importErrorText(mismatch, 'en')).toContain('belongs to Lower Saxony, which is not among “States”');
  });

  it('leaves no placeholder unfilled', () => {
    const samples = [
      ...errorsOf({
        leadAgs: 5,
        partners: 'x (12',
        federalStates: 'x',
        sizeClass: 'x',
        portfolioGroup: 'x',
        phase: 'x',
        fundingRequested: '4.250',
      }),
      ...errorsOf({
        leadAgs: '01903000',
        title: true,
        leadName: 'x'.repeat(400),
        fundingRequested: 1e12,
        population: 'x',
        contactEmail: 'x',
      }),
      ...errorsOf({
        leadAgs: '19003000',
        number: 'x',
        fundingRequested: '1,2,3',
        partners: 'A (03199009); B (03199009)',
      }),
      ...errorsOf({ leadAgs: '09475', title: '' }),
      ...errorsOf({ themes: 'a,'.repeat(2) + Array.from({ length: 31 }, (_, index) => index).join(',') }),
    ];
    for (const error of samples) {
      for (const locale of ['de', 'en'] as const) {
        expect(importErrorText(error, locale)).not.toMatch(/[{}]/);
        expect(Object.keys(importErrors)).toContain(error.code);
      }
    }
  });

  it('has the same placeholders in both languages', () => {
    const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    for (const { de, en } of Object.values(importErrors)) expect(placeholders(en)).toEqual(placeholders(de));
  });
});
