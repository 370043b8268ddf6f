import type { Finding } from '../vocabulary/finding.js';
import type { PortfolioGroup } from '../vocabulary/portfolio-groups.js';
import { SIZE_CLASS_INFO, type SizeClass } from '../vocabulary/size-classes.js';

/**
 * The size class that the number of inhabitants alone suggests: ≥ 500,000, ≥ 100,000, ≥ 50,000, ≥ 20,000, ≥ 10,000,
 * ≥ 5,000 or a basic centre, else Landgemeinde. Source: rules of the formal check; BBSR, Stadt- und Gemeindetypen.
 */
export function sizeClassByPopulation(population: number, isBasicCentre = false): SizeClass {
  if (population >= 500_000) return 'grosse-grossstadt';
  if (population >= 100_000) return 'kleinere-grossstadt';
  if (population >= 50_000) return 'groessere-mittelstadt';
  if (population >= 20_000) return 'kleinere-mittelstadt';
  if (population >= 10_000) return 'groessere-kleinstadt';
  return population >= 5_000 || isBasicCentre ? 'kleine-kleinstadt' : 'landgemeinde';
}

/**
 * Compares the imported size class with the population bounds. Null: plausible, or not to be judged (no population, or
 * a type of district, whose bounds are densities). A warning SIZE_CLASS.IMPLAUSIBLE names the expected class; it is no
 * verdict, since the types rest on the central-place function as well.
 */
export function checkSizeClass(facts: {
  readonly sizeClass: SizeClass;
  readonly population: number | null;
  readonly isBasicCentre?: boolean | undefined;
}): Finding | null {
  const { sizeClass, population } = facts;
  if (population === null) return null;
  const info = SIZE_CLASS_INFO[sizeClass];
  const params = { sizeClass, population };
  if (info.scheme === 'district') {
    const isTooSmall = info.populationMin !== null && population < info.populationMin;
    return isTooSmall ? { code: 'SIZE_CLASS.IMPLAUSIBLE', params: { ...params, expected: null } } : null;
  }
  if (info.scheme === 'none') return null;
  const expected = sizeClassByPopulation(population, facts.isBasicCentre ?? false);
  // Whether a place under 5,000 is a basic centre is not on record for every municipality, so both classes pass there.
  if (
    expected === sizeClass ||
    (sizeClass === 'kleine-kleinstadt' && population < 5_000 && facts.isBasicCentre === undefined)
  ) {
    return null;
  }
  return { code: 'SIZE_CLASS.IMPLAUSIBLE', params: { ...params, expected } };
}

/**
 * The portfolio group an application is expected in: cooperations and districts in theirs, a single municipality by its
 * size class. Source: 2020 brochure, sections 3 and 4.
 */
export function expectedPortfolioGroup(sizeClass: SizeClass, hasPartners: boolean): PortfolioGroup {
  const { family } = SIZE_CLASS_INFO[sizeClass];
  if (hasPartners || family === 'kreis') return 'interkommunal_landkreise';
  if (family === 'grossstadt') return 'grossstaedte';
  return family === 'mittelstadt' ? 'mittelstaedte' : 'kleinstaedte_landgemeinden';
}
