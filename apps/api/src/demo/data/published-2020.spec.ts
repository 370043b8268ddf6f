import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  FEDERAL_STATE_INFO,
  federalStateByName,
  portfolioGroupByName,
  SIZE_CLASS_INFO,
  sizeClassByName,
} from '@kuer/domain';
import {
  overviewLinesOf,
  publishedCounts,
  publishedCriteria,
  publishedOverview,
  publishedOverviewLegend,
  publishedOverviewTitle,
  publishedProjects,
} from './published-2020.js';

/** Text version of section 4 as it was read, without blank lines and without the marks of bold type. */
const printedLines = readFileSync(new URL('./fixtures/overview-2020.txt', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.replaceAll('**', '').trim())
  .filter((line) => line !== '');

describe('the published overview', () => {
  it('has exactly the lines of the printed one, in their order', () => {
    const lines = publishedOverview.flatMap((group) => [
      ...group.printedHeading,
      ...group.projects.flatMap((project) => [project.heading, ...project.partners]),
    ]);
    const legend = new Set<string>(publishedOverviewLegend);
    expect([publishedOverviewTitle, ...lines]).toEqual(printedLines.filter((line) => !legend.has(line)));
    expect(printedLines.filter((line) => legend.has(line))).toEqual([...publishedOverviewLegend]);
  });

  it('names every project once, in the group of its section', () => {
    const placed = publishedOverview.flatMap((group) =>
      group.projects.map((project) => [project.project, group.portfolioGroup]),
    );
    expect(placed).toEqual(publishedProjects.map((project) => [project.name, project.portfolioGroup]));
    expect(() => overviewLinesOf('Atlantis')).toThrow(/Atlantis/);
  });
});

describe('the published projects', () => {
  it('are 32, spread over the groups as published', () => {
    expect(publishedProjects).toHaveLength(publishedCounts.selected);
    for (const [group, count] of Object.entries(publishedCounts.byGroup)) {
      expect(publishedProjects.filter((project) => project.portfolioGroup === group)).toHaveLength(count);
    }
  });

  it('carry keys that follow from the printed names', () => {
    for (const project of publishedProjects) {
      expect(portfolioGroupByName(project.group)).toBe(project.portfolioGroup);
      expect(sizeClassByName(project.sizeClass)).toBe(project.sizeClassKey);
      expect(project.states.map(federalStateByName)).toEqual(project.stateCodes);
    }
  });

  it('give each body one key, of its own state, and no body twice', () => {
    const seen = new Map<string, string>();
    for (const project of publishedProjects) {
      for (const party of [project.lead, ...project.partners]) {
        expect(party.agsVerified).toBe(party.ags !== null);
        if (party.ags === null) continue;
        expect(party.ags).toMatch(/^(\d{8}|\d{12})$/);
        const prefixes = project.stateCodes.map((code) => FEDERAL_STATE_INFO[code].agsPrefix);
        expect(prefixes).toContain(party.ags.slice(0, 2));
        expect(seen.get(party.ags)).toBeUndefined();
        seen.set(party.ags, party.name);
      }
    }
    expect(seen.get('01003000')).toBe('Lübeck');
    expect(seen.get('072325005000')).toBe('Verbandsgemeinde Südeifel');
    expect(seen.get('09475000')).toBe('Landkreis Hof');
  });

  it('have populations that fit the printed size class, give or take what the sources call soft bounds', () => {
    for (const project of publishedProjects) {
      const { populationMin, populationMaxExclusive } = SIZE_CLASS_INFO[project.sizeClassKey];
      expect(project.population).toBeGreaterThanOrEqual((populationMin ?? 1) * 0.95);
      expect(project.population).toBeLessThan((populationMaxExclusive ?? Number.POSITIVE_INFINITY) * 1.05);
    }
  });
});

describe('the published criteria', () => {
  it('are K1 to K12 in groups of five, three and four', () => {
    expect(publishedCriteria.map((group) => group.criteria.length)).toEqual([5, 3, 4]);
    const codes = publishedCriteria.flatMap((group) => group.criteria.map((criterion) => criterion.code));
    expect(codes).toEqual(Array.from({ length: 12 }, (_, index) => `K${index + 1}`));
  });
});
