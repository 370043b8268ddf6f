import { describe, expect, it } from '@jest/globals';
import { contentErrors, numbersAfter } from './application-checks.js';
import {
  type ApplicationContent,
  changedFields,
  enteredContent,
  traced,
  tracedChanges,
} from './application-content.js';

const before: ApplicationContent = {
  title: 'Neue Mitte',
  motto: 'Mitte machen',
  summary: null,
  lead: { name: 'Auenstedt', ags: '05978901', kind: 'Stadt' },
  partners: [{ name: 'Heidwalde', ags: '05978907', kind: null }],
  federalStates: ['NW'],
  sizeClass: 'kleinere-mittelstadt',
  portfolioGroup: 'mittelstaedte',
  phase: 'A',
  fundingRequested: 4_250_000,
  population: 32_000,
  themes: ['Mobilität'],
  contactEmail: 'amt@auenstedt.example',
  overview: null,
};

describe('what a person entered', () => {
  it('changes what is there, keeps what was left out, and takes away what is null', () => {
    const after = enteredContent({ version: 0, title: '  Alte Mitte ', motto: null, population: null }, before);
    expect(after).toEqual({ ...before, title: 'Alte Mitte', motto: null, population: null });
    expect(changedFields(before, after)).toEqual(['title', 'motto', 'population']);
    expect(changedFields(before, enteredContent({ version: 0 }, before))).toEqual([]);
  });

  it('is tidied: blanks around texts, themes and states once, amounts to the cent', () => {
    const after = enteredContent(
      {
        version: 0,
        motto: '  ',
        themes: [' Wasser', 'Wasser', ''],
        federalStates: ['NW', 'NW'],
        fundingRequested: 0.1 + 0.2,
      },
      before,
    );
    expect(after).toMatchObject({ motto: null, themes: ['Wasser'], federalStates: ['NW'], fundingRequested: 0.3 });
  });

  it('goes on the trail without the address of a person', () => {
    const after = { ...before, contactEmail: null, title: 'Anders' };
    expect(tracedChanges(before, after)).toEqual([
      { field: 'title', before: 'Neue Mitte', after: 'Anders' },
      { field: 'contactEmail', before: null, after: null },
    ]);
    expect(JSON.stringify(traced(before))).not.toContain('@');
  });
});

describe('a content', () => {
  it('is sound where nothing is wrong', () => {
    expect(contentErrors(before)).toEqual([]);
    expect(contentErrors({ ...before, partners: [{ name: 'Verein', ags: null, kind: null }] })).toEqual([]);
  });

  it('names a key that is none, a state that is not stated and a body that stands there twice', () => {
    const wrong = contentErrors({
      ...before,
      lead: { name: 'Auenstedt', ags: '05978901', kind: null },
      partners: [
        { name: 'Auenstedt noch einmal', ags: '059780000901', kind: null },
        { name: 'Nirgends', ags: '00000000', kind: null },
      ],
      federalStates: ['HE'],
    });
    expect(wrong.map(({ path, code }) => [path, code])).toEqual([
      ['federalStates', 'APPLICATION.STATE_OF_LEAD_MISSING'],
      ['partners.0.ags', 'APPLICATION.PARTY_TWICE'],
      ['partners.1.ags', 'AGS.STATE'],
    ]);
  });
});

describe('numbers', () => {
  it('follow the highest one in use and are given once', () => {
    const next = numbersAfter(['B-001', 'B-017', 'X-900']);
    expect([next(), next()]).toEqual(['B-018', 'B-019']);
    expect(numbersAfter([])()).toBe('B-001');
    expect(numbersAfter(['B-999'])()).toBe('B-1000');
  });
});
