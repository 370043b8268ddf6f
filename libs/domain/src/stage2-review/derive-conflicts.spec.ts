import { describe, expect, it } from '@jest/globals';
import { type ApplicationBodies, deriveConflicts } from './derive-conflicts.js';

const application: ApplicationBodies = {
  parties: [
    { role: 'lead', name: 'Dortmund', ags: '05913000' },
    { role: 'partner', name: 'Stadt Schwerte', ags: '05978028' },
    { role: 'partner', name: 'Verein ohne Schlüssel', ags: null },
  ],
  federalStates: ['NW'],
};
const nobody = { municipalityAgs: null, employer: null, homeState: null };
const rules = { ownStateConflict: false };

describe('derived conflicts', () => {
  it('are none for a person with nothing on record', () => {
    expect(deriveConflicts(nobody, application, { ownStateConflict: true })).toEqual([]);
  });

  it('find the own municipality as lead and as partner, by AGS or ARS', () => {
    expect(deriveConflicts({ ...nobody, municipalityAgs: '059130000000' }, application, rules)).toEqual([
      { ground: 'own_municipality', because: 'Dortmund' },
    ]);
    expect(deriveConflicts({ ...nobody, municipalityAgs: '05978028' }, application, rules)).toEqual([
      { ground: 'own_partner', because: 'Stadt Schwerte' },
    ]);
    expect(deriveConflicts({ ...nobody, municipalityAgs: '05978024' }, application, rules)).toEqual([]);
  });

  it('find the employer by name, whatever rank or office is printed', () => {
    for (const employer of ['Schwerte', 'stadt  SCHWERTE', 'Stadtverwaltung Schwerte', 'Verein ohne Schlüssel']) {
      expect(deriveConflicts({ ...nobody, employer }, application, rules)).toMatchObject([{ ground: 'employer' }]);
    }
    for (const employer of ['Universität Dortmund', 'Schwer', ' ', '']) {
      expect(deriveConflicts({ ...nobody, employer }, application, rules)).toEqual([]);
    }
  });

  it('find the own state only where the call says so', () => {
    const person = { ...nobody, homeState: 'NW' as const };
    expect(deriveConflicts(person, application, rules)).toEqual([]);
    expect(deriveConflicts(person, application, { ownStateConflict: true })).toEqual([
      { ground: 'own_state', because: 'NW' },
    ]);
    expect(deriveConflicts({ ...person, homeState: 'BY' }, application, { ownStateConflict: true })).toEqual([]);
  });

  it('are all named where several apply', () => {
    const person = { municipalityAgs: '05913000', employer: 'Dortmund', homeState: 'NW' as const };
    expect(deriveConflicts(person, application, { ownStateConflict: true }).map(({ ground }) => ground)).toEqual([
      'own_municipality',
      'employer',
      'own_state',
    ]);
  });
});
