import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { comparableName, FEDERAL_STATES, parseAgs } from '@kuer/domain';
import { inventedAssociations, inventedDistricts, inventedMunicipalities } from './invented-places.js';

const linesOf = (file: string): string[] =>
  readFileSync(new URL(`./fixtures/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** „Steinwerda an der Linde“ would be the same place as „Steinwerda“ to most people. */
const shortName = (name: string): string =>
  comparableName(name)
    .replace(/^(samtgemeinde|verbandsgemeinde) /, '')
    .replace(/,.*$|\s*\(.*$|\s+(bei|b\.|am|an|a\.|im|i\.|ob|vor|in|auf)\b.*$/, '')
    .replace(/[^\p{L}]/gu, '');

const realNames = new Set(linesOf('municipality-names-2020.txt').map(shortName));
const realDistricts = new Set(linesOf('district-keys-2020.txt'));
const bodies = FEDERAL_STATES.flatMap((state) => [
  ...inventedMunicipalities(state),
  ...inventedDistricts(state),
  ...inventedAssociations(state),
]);

describe('invented places', () => {
  it('are held against the whole register', () => {
    expect(realNames.size).toBeGreaterThan(9_000);
    expect(realDistricts.size).toBe(401);
    expect(realNames).toContain(shortName('Freiburg im Breisgau, Stadt'));
  });

  it('bear names that no municipality, association or district of Germany bears', () => {
    expect(bodies.filter(({ name }) => realNames.has(shortName(name))).map(({ name }) => name)).toEqual([]);
    expect(new Set(bodies.map(({ name }) => shortName(name))).size).toBe(bodies.length);
  });

  it('have keys of their state that the rules accept and nobody has', () => {
    expect(new Set(bodies.map(({ ags }) => ags)).size).toBe(bodies.length);
    for (const state of FEDERAL_STATES) {
      for (const { ags, name } of [
        ...inventedMunicipalities(state),
        ...inventedDistricts(state),
        ...inventedAssociations(state),
      ]) {
        expect(parseAgs(ags)).toMatchObject({ ok: true, federalState: state, warnings: [] });
        expect([name, realDistricts.has(ags.slice(0, 5))]).toEqual([name, false]);
      }
    }
  });
});
