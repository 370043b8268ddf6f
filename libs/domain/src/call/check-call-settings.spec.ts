import { describe, expect, it } from '@jest/globals';
import { type CallSettings, DEFAULT_CALL_RULES, DEFAULT_THRESHOLDS } from './call-settings.js';
import { criteriaOf, findCriterion } from './catalogue.js';
import {
  checkCallSettings,
  checkCatalogue,
  checkScale,
  isDay,
  levelsWithoutDescriptor,
} from './check-call-settings.js';
import { DEFAULT_SCALE, isOnScale, scaleValues } from './scale.js';

const settings: CallSettings = {
  thresholds: DEFAULT_THRESHOLDS,
  documents: [{ key: 'council_resolution', label: { de: 'Ratsbeschluss', en: 'Resolution' }, required: true }],
  corridors: [
    { dimension: 'portfolioGroup', value: 'grossstaedte', min: 1, max: 4 },
    { dimension: 'state', value: 'NW', max: 9 },
  ],
  budget: { total: 300_000_000, perProjectMax: 15_000_000, count: { min: 20, max: 32 } },
  dates: { submissionEndsOn: '2020-05-20', reviewEndsOn: '2020-07-31', juryOn: '2020-08-25' },
  rules: DEFAULT_CALL_RULES,
};
const codes = (change: Partial<CallSettings>) => checkCallSettings({ ...settings, ...change }).map(({ code }) => code);

describe('settings of a call', () => {
  it('are sound by default', () => {
    expect(checkCallSettings(settings)).toEqual([]);
    expect(checkScale(DEFAULT_SCALE)).toEqual([]);
    expect(levelsWithoutDescriptor(DEFAULT_SCALE)).toEqual([]);
  });

  it.each<[string, Partial<CallSettings>]>([
    ['THRESHOLD.OUTSIDE', { thresholds: { ...DEFAULT_THRESHOLDS, total: 101 } }],
    ['THRESHOLD.OUTSIDE', { thresholds: { ...DEFAULT_THRESHOLDS, group: Number.NaN } }],
    ['BUDGET.NOT_POSITIVE', { budget: { total: 0, count: { min: 0, max: 32 } } }],
    ['BUDGET.PER_PROJECT_IMPLAUSIBLE', { budget: { total: 10, perProjectMax: 11, count: { min: 0, max: 32 } } }],
    ['BUDGET.COUNT_CROSSED', { budget: { total: 10, count: { min: 5, max: 4 } } }],
    ['CORRIDOR.UNKNOWN_VALUE', { corridors: [{ dimension: 'state', value: 'XX', min: 1 }] }],
    ['CORRIDOR.NO_BOUND', { corridors: [{ dimension: 'phase', value: 'A' }] }],
    ['CORRIDOR.NEGATIVE', { corridors: [{ dimension: 'phase', value: 'A', min: -1 }] }],
    ['CORRIDOR.CROSSED', { corridors: [{ dimension: 'phase', value: 'A', min: 3, max: 2 }] }],
    [
      'CORRIDOR.TWICE',
      {
        corridors: [
          { dimension: 'phase', value: 'A', min: 1 },
          { dimension: 'phase', value: 'A', max: 9 },
        ],
      },
    ],
    [
      'CORRIDOR.MINIMA_EXCEED_COUNT',
      {
        corridors: [
          { dimension: 'phase', value: 'A', min: 20 },
          { dimension: 'phase', value: 'B', min: 13 },
        ],
      },
    ],
    ['DATE.INVALID', { dates: { juryOn: '2020-02-30' } }],
    ['DATE.OUT_OF_ORDER', { dates: { submissionEndsOn: '2020-08-01', reviewEndsOn: '2020-07-31' } }],
    ['DOCUMENT.KEY_INVALID', { documents: [{ key: 'Rats-Beschluss', label: { de: '', en: '' }, required: true }] }],
    ['DATE.INVALID', { documents: [{ key: 'a', label: { de: '', en: '' }, required: true, deadline: '30.06.2020' }] }],
    [
      'DOCUMENT.KEY_TWICE',
      { documents: ['a', 'a'].map((key) => ({ key, label: { de: '', en: '' }, required: true })) },
    ],
    ['RULE.QUORUM_SHARE', { rules: { ...DEFAULT_CALL_RULES, quorumShare: 0 } }],
    ['RULE.REVIEWS_PER_APPLICATION', { rules: { ...DEFAULT_CALL_RULES, reviewsPerApplication: 4 } }],
    ['RULE.JUSTIFICATION_LENGTH', { rules: { ...DEFAULT_CALL_RULES, minJustificationLength: -1 } }],
  ])('%s is found', (code, change) => {
    expect(codes(change)).toEqual([code]);
  });

  it('may ask states for more than there are projects: an application can count for several', () => {
    const corridors = ['NW', 'BY', 'HE'].map((value) => ({ dimension: 'state' as const, value, min: 12 }));
    expect(codes({ corridors })).toEqual([]);
  });

  it('know the days of the calendar', () => {
    for (const day of ['2020-02-29', '2000-02-29', '2019-12-31']) expect(isDay(day)).toBe(true);
    for (const day of [
      '2019-02-29',
      '1900-02-29',
      '2020-13-01',
      '2020-00-10',
      '2020-04-31',
      '2020-1-1',
      '20200101',
      '',
    ]) {
      expect(isDay(day)).toBe(false);
    }
  });
});

describe('a catalogue', () => {
  const criterion = (code: string, weight = 1, text = 'Text') => ({ code, text, weight });

  it('gives each criterion its weight in the total', () => {
    const catalogue = {
      groups: [
        { code: 'G1', name: 'Eins', weight: 2, criteria: [criterion('K1', 3)] },
        { code: 'G2', name: 'Zwei', criteria: [criterion('K2')] },
      ],
    };
    expect(criteriaOf(catalogue).map(({ code, groupCode, weight }) => [code, groupCode, weight])).toEqual([
      ['K1', 'G1', 6],
      ['K2', 'G2', 1],
    ]);
    expect(findCriterion(catalogue, 'K2')?.groupCode).toBe('G2');
    expect(findCriterion(catalogue, 'K9')).toBeNull();
    expect(checkCatalogue(catalogue)).toEqual([]);
  });

  it('is checked for what would make totals meaningless', () => {
    const found = checkCatalogue({
      groups: [
        { code: 'G1', name: 'Eins', criteria: [criterion('K1', 0), criterion('K1', 1, ' ')] },
        { code: 'G1', name: 'Zwei', weight: -1, threshold: 120, criteria: [] },
      ],
    });
    expect(found.map(({ code }) => code)).toEqual([
      'CATALOGUE.GROUP_TWICE',
      'CATALOGUE.CRITERION_TWICE',
      'CATALOGUE.WEIGHT_NOT_POSITIVE',
      'CATALOGUE.TEXT_MISSING',
      'CATALOGUE.GROUP_EMPTY',
      'CATALOGUE.WEIGHT_NOT_POSITIVE',
      'CATALOGUE.THRESHOLD_OUTSIDE',
    ]);
    expect(checkCatalogue({ groups: [] })).toMatchObject([{ code: 'CATALOGUE.EMPTY' }]);
  });
});

describe('a scale', () => {
  it('has its values without noise', () => {
    expect(scaleValues(DEFAULT_SCALE)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(scaleValues({ max: 1, step: 0.1, levels: [] })).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(scaleValues({ max: 5, step: 2, levels: [] })).toEqual([0, 2, 4]);
    expect(() => scaleValues({ max: 0, step: 1, levels: [] })).toThrow(RangeError);
    expect(() => scaleValues({ max: 5, step: 0, levels: [] })).toThrow(RangeError);
    expect(isOnScale(0.3, { max: 1, step: 0.1, levels: [] })).toBe(true);
    expect(isOnScale(0.35, { max: 1, step: 0.1, levels: [] })).toBe(false);
  });

  it('is checked, and its levels need a descriptor', () => {
    expect(checkScale({ max: 5, step: 2, levels: [] })).toMatchObject([{ code: 'SCALE.STEP_DOES_NOT_FIT' }]);
    expect(checkScale({ max: 0, step: 1, levels: [] })).toMatchObject([{ code: 'SCALE.NOT_POSITIVE' }]);
    const level = (value: number, descriptor = 'x') => ({ value, label: String(value), descriptor });
    expect(checkScale({ max: 2, step: 1, levels: [level(3), level(1), level(1)] }).map(({ code }) => code)).toEqual([
      'SCALE.LEVEL_OUTSIDE',
      'SCALE.LEVEL_TWICE',
    ]);
    // Half steps stand between two described levels.
    expect(levelsWithoutDescriptor({ max: 2, step: 0.5, levels: [level(0), level(2, ' ')] })).toEqual([1, 2]);
  });
});
