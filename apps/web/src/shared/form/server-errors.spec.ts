import { describe, expect, it } from '@jest/globals';
import { assignServerErrors, fieldPath } from './server-errors.js';

const complaint = (path: string, message = path) => ({ path, code: 'X', message });

describe('fieldPath', () => {
  it('reads the ways a path can be written', () => {
    expect(fieldPath('/lead/ags')).toBe('lead.ags');
    expect(fieldPath('partners[0].ags')).toBe('partners.0.ags');
    expect(fieldPath('$.title')).toBe('title');
  });
});

describe('assignServerErrors', () => {
  const fields = new Set(['title', 'lead.ags', 'federalStates']);

  it('gives each field its first complaint', () => {
    const { byField, rest } = assignServerErrors([complaint('title', 'eins'), complaint('title', 'zwei')], fields);
    expect([...byField]).toEqual([['title', 'eins']]);
    expect(rest).toEqual([]);
  });

  it('gives a complaint about a part to the field that holds it', () => {
    expect(assignServerErrors([complaint('federalStates.2')], fields).byField.has('federalStates')).toBe(true);
  });

  it('keeps what belongs to no field, so that nothing goes unsaid', () => {
    const { byField, rest } = assignServerErrors(
      [complaint('partners.0.name', 'Partner ohne Namen'), complaint('', 'ganz')],
      fields,
    );
    expect(byField.size).toBe(0);
    expect(rest).toEqual(['Partner ohne Namen', 'ganz']);
  });

  it('renames where the API calls it otherwise', () => {
    const { byField } = assignServerErrors([complaint('leadAgs')], fields, (path) =>
      path === 'leadAgs' ? 'lead.ags' : path,
    );
    expect([...byField.keys()]).toEqual(['lead.ags']);
  });
});
