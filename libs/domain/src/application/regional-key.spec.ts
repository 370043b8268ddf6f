import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FEDERAL_STATE_INFO, FEDERAL_STATES } from '../vocabulary/federal-states.js';
import { bodyIdentity, isSameBody, parseAgs, type RegionalKey } from './regional-key.js';

function parsed(key: string): RegionalKey {
  const result = parseAgs(key);
  if (!result.ok) throw new Error(`${key}: ${result.code}`);
  return result;
}

describe('keys of municipalities', () => {
  // Real keys from the official register.
  it.each([
    ['11000000', 'BE', 'district', '11000000'],
    ['02000000', 'HH', 'district', '02000000'],
    ['01003000', 'SH', 'district', '01003000'], // Lübeck
    ['05913000', 'NW', 'district', '05913000'], // Dortmund
    ['05978028', 'NW', 'municipality', '05978028'], // Schwerte
    ['09475000', 'BY', 'district', '09475000'], // Landkreis Hof
    ['064110000000', 'HE', 'district', '06411000'], // Darmstadt as ARS
    ['059780028028', 'NW', 'municipality', '05978028'], // Schwerte as ARS
    ['072325006000', 'RP', 'association', null], // an association of municipalities
    ['072325006018', 'RP', 'municipality', '07232018'],
  ])('reads %s', (key, state, names, ags) => {
    expect(parsed(key)).toMatchObject({ federalState: state, names, ags, warnings: [] });
  });

  it('takes a key apart without losing a zero, blanks between its groups or not', () => {
    expect(parsed('07 232 5006 018')).toEqual({
      ok: true,
      key: '072325006018',
      kind: 'ARS',
      federalState: 'RP',
      region: '2',
      district: '07232',
      association: '5006',
      municipality: '018',
      names: 'municipality',
      ags: '07232018',
      warnings: [],
    });
  });

  it.each([
    '',
    '1234567',
    '123456789',
    '0591300',
    '0591300000000',
    '0591300a',
    '-5913000',
    '５９１３０００0',
    '05.913.000',
  ])('refuses "%s", which is no key', (key) => {
    expect(parseAgs(key)).toMatchObject({ ok: false, code: 'AGS.FORMAT' });
  });

  it.each(['00000000', '17000000', '99999999', '200000000000'])('refuses %s: there is no such state', (key) => {
    expect(parseAgs(key)).toMatchObject({ ok: false, code: 'AGS.STATE' });
  });

  it('warns of a region or a district that does not occur in the state', () => {
    expect(parsed('05213000').warnings).toEqual([
      { code: 'AGS.REGION_IMPLAUSIBLE', params: { state: 'NW', region: '2', expected: ['1', '3', '5', '7', '9'] } },
    ]);
    expect(parsed('09100001').warnings).toEqual([
      { code: 'AGS.DISTRICT_IMPLAUSIBLE', params: { state: 'BY', district: '09100' } },
    ]);
  });

  it('knows a state for each of the sixteen prefixes', () => {
    const prefixes = FEDERAL_STATES.map((code) => FEDERAL_STATE_INFO[code].agsPrefix);
    expect(prefixes).toEqual(Array.from({ length: 16 }, (_, index) => String(index + 1).padStart(2, '0')));
    for (const code of FEDERAL_STATES) {
      const { agsPrefix, regionDigits } = FEDERAL_STATE_INFO[code];
      expect(parsed(`${agsPrefix}${regionDigits[0]}11001`).federalState).toBe(code);
    }
  });

  it('sees the same body in its AGS and its ARS, and different ones in an association and its district', () => {
    expect(bodyIdentity('059780028028')).toBe(bodyIdentity('05978028'));
    expect(bodyIdentity('072325006000')).not.toBe(bodyIdentity('07232000'));
    expect(bodyIdentity(null)).toBeNull();
    expect(bodyIdentity('nonsense')).toBeNull();
    expect(isSameBody('05978028', '059780028028')).toBe(true);
    expect(isSameBody(null, null)).toBe(false);
    expect(isSameBody('nonsense', 'nonsense')).toBe(false);
  });

  it('never throws, whatever is entered', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseAgs(text).ok === 'boolean'));
  });
});
