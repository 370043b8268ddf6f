import { describe, expect, it } from '@jest/globals';
import { APPLICATION_STATE_LABELS, APPLICATION_STATES } from '../application/application-states.js';
import { CONFLICT_GROUND_LABELS, CONFLICT_GROUNDS } from './conflict-grounds.js';
import { FEDERAL_STATE_INFO, FEDERAL_STATES, federalStateByAgsPrefix, federalStateByName } from './federal-states.js';
import { PORTFOLIO_GROUP_LABELS, PORTFOLIO_GROUPS, portfolioGroupByName } from './portfolio-groups.js';
import { SIZE_CLASS_INFO, SIZE_CLASSES, sizeClassByName } from './size-classes.js';

describe('the words of the procedure', () => {
  it('know every state by its key and by its name', () => {
    for (const code of FEDERAL_STATES) {
      const info = FEDERAL_STATE_INFO[code];
      expect(info.code).toBe(code);
      expect(federalStateByAgsPrefix(info.agsPrefix)).toBe(code);
      expect(federalStateByName(` ${info.de} `)).toBe(code);
    }
    expect(federalStateByName('Preußen')).toBeNull();
    expect(federalStateByAgsPrefix('17')).toBeNull();
  });

  it('know every size class by the name the brochure prints, its one plural included', () => {
    for (const key of SIZE_CLASSES) expect(sizeClassByName(SIZE_CLASS_INFO[key].label.de)).toBe(key);
    expect(sizeClassByName('Große Großstädte')).toBe('grosse-grossstadt');
    expect(sizeClassByName('Weltstadt')).toBeNull();
  });

  it('leave no gap between the bounds of the municipal size classes', () => {
    const bounded = SIZE_CLASSES.map((key) => SIZE_CLASS_INFO[key]).filter(({ scheme }) => scheme === 'municipality');
    bounded.forEach((info, index) => {
      expect(info.populationMaxExclusive).toBe(index === 0 ? null : bounded[index - 1]?.populationMin);
    });
    expect(bounded.at(-1)?.populationMin).toBe(0);
  });

  it('know the groups by name', () => {
    for (const key of PORTFOLIO_GROUPS) expect(portfolioGroupByName(PORTFOLIO_GROUP_LABELS[key].de)).toBe(key);
    expect(portfolioGroupByName('Mittlere Städte:')).toBeNull();
  });

  it('have a German and an English label each, no two alike', () => {
    const lists = [
      APPLICATION_STATES.map((key) => APPLICATION_STATE_LABELS[key]),
      CONFLICT_GROUNDS.map((key) => CONFLICT_GROUND_LABELS[key]),
      SIZE_CLASSES.map((key) => SIZE_CLASS_INFO[key].label),
      PORTFOLIO_GROUPS.map((key) => PORTFOLIO_GROUP_LABELS[key]),
    ];
    for (const labels of lists) {
      for (const locale of ['de', 'en'] as const) {
        const texts = labels.map((label) => label[locale]);
        expect(texts.every((text) => text.length > 2)).toBe(true);
        expect(new Set(texts).size).toBe(texts.length);
      }
    }
  });
});
