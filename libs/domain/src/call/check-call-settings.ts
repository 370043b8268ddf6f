import { FEDERAL_STATES } from '../vocabulary/federal-states.js';
import type { Finding } from '../vocabulary/finding.js';
import { PHASES } from '../vocabulary/phases.js';
import { PORTFOLIO_GROUPS } from '../vocabulary/portfolio-groups.js';
import { SIZE_CLASSES } from '../vocabulary/size-classes.js';
import type { Budget, CallDates, CallSettings, Corridor, CorridorDimension, Thresholds } from './call-settings.js';
import { type Catalogue, criteriaOf } from './catalogue.js';
import { isOnScale, type Scale, scaleValues } from './scale.js';

/** The values a corridor of each dimension can speak of. */
export const CORRIDOR_VALUES: Readonly<Record<CorridorDimension, readonly string[]>> = {
  portfolioGroup: PORTFOLIO_GROUPS,
  sizeClass: SIZE_CLASSES,
  state: FEDERAL_STATES,
  phase: PHASES,
};

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

function duplicatesOf(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/**
 * What is wrong with a scale: maximum and step positive, the step divides the maximum, every level on the scale and
 * described once. Codes SCALE.*.
 */
export function checkScale(scale: Scale): Finding[] {
  if (!(scale.max > 0) || !(scale.step > 0)) return [{ code: 'SCALE.NOT_POSITIVE', params: {} }];
  const findings: Finding[] = [];
  if (!isOnScale(scale.max, scale)) {
    findings.push({ code: 'SCALE.STEP_DOES_NOT_FIT', params: { max: scale.max, step: scale.step } });
  }
  for (const level of scale.levels) {
    if (!isOnScale(level.value, scale)) findings.push({ code: 'SCALE.LEVEL_OUTSIDE', params: { value: level.value } });
  }
  for (const value of duplicatesOf(scale.levels.map((level) => String(level.value)))) {
    findings.push({ code: 'SCALE.LEVEL_TWICE', params: { value: Number(value) } });
  }
  return findings;
}

/** Whole levels without a descriptor; a call should not open before each has one. Steps in between need none. */
export function levelsWithoutDescriptor(scale: Scale): number[] {
  const described = new Set(scale.levels.filter((level) => level.descriptor.trim() !== '').map((level) => level.value));
  return scaleValues(scale).filter((value) => Number.isInteger(value) && !described.has(value));
}

/** What is wrong with a catalogue: no group or criterion, a code twice, a weight that is not positive. Codes CATALOGUE.*. */
export function checkCatalogue(catalogue: Catalogue): Finding[] {
  const findings: Finding[] = [];
  if (catalogue.groups.length === 0) findings.push({ code: 'CATALOGUE.EMPTY', params: {} });
  for (const code of duplicatesOf(catalogue.groups.map((group) => group.code))) {
    findings.push({ code: 'CATALOGUE.GROUP_TWICE', params: { group: code } });
  }
  for (const code of duplicatesOf(criteriaOf(catalogue).map((criterion) => criterion.code))) {
    findings.push({ code: 'CATALOGUE.CRITERION_TWICE', params: { criterion: code } });
  }
  for (const group of catalogue.groups) {
    if (group.criteria.length === 0) findings.push({ code: 'CATALOGUE.GROUP_EMPTY', params: { group: group.code } });
    if (!((group.weight ?? 1) > 0))
      findings.push({ code: 'CATALOGUE.WEIGHT_NOT_POSITIVE', params: { code: group.code } });
    if (group.threshold !== undefined && !(group.threshold >= 0 && group.threshold <= 100)) {
      findings.push({ code: 'CATALOGUE.THRESHOLD_OUTSIDE', params: { group: group.code } });
    }
    for (const criterion of group.criteria) {
      if (!(criterion.weight > 0)) {
        findings.push({ code: 'CATALOGUE.WEIGHT_NOT_POSITIVE', params: { code: criterion.code } });
      }
      if (criterion.text.trim() === '') {
        findings.push({ code: 'CATALOGUE.TEXT_MISSING', params: { criterion: criterion.code } });
      }
    }
  }
  return findings;
}

/** What is wrong with corridors: an unknown value, bounds crossed, a class twice, or more than the number of projects. */
export function checkCorridors(corridors: readonly Corridor[], budget: Budget): Finding[] {
  const findings: Finding[] = [];
  for (const { dimension, value, min, max } of corridors) {
    const params = { dimension, value };
    if (!CORRIDOR_VALUES[dimension].includes(value)) findings.push({ code: 'CORRIDOR.UNKNOWN_VALUE', params });
    if (min === undefined && max === undefined) findings.push({ code: 'CORRIDOR.NO_BOUND', params });
    if ((min ?? 0) < 0 || (max ?? 0) < 0) findings.push({ code: 'CORRIDOR.NEGATIVE', params });
    if (min !== undefined && max !== undefined && min > max) findings.push({ code: 'CORRIDOR.CROSSED', params });
  }
  for (const key of duplicatesOf(corridors.map((corridor) => `${corridor.dimension}:${corridor.value}`))) {
    const [dimension, value] = key.split(':') as [string, string];
    findings.push({ code: 'CORRIDOR.TWICE', params: { dimension, value } });
  }
  // Group, size class and phase are one per application, so their lower bounds add up; states may overlap.
  for (const dimension of ['portfolioGroup', 'sizeClass', 'phase'] as const) {
    const sum = corridors
      .filter((row) => row.dimension === dimension)
      .reduce((total, row) => total + (row.min ?? 0), 0);
    if (sum > budget.count.max) {
      findings.push({ code: 'CORRIDOR.MINIMA_EXCEED_COUNT', params: { dimension, sum, count: budget.count.max } });
    }
  }
  return findings;
}

function checkThresholds(thresholds: Thresholds): Finding[] {
  return (Object.keys(thresholds) as (keyof Thresholds)[])
    .filter((key) => !(thresholds[key] >= 0 && thresholds[key] <= 100))
    .map((key) => ({ code: 'THRESHOLD.OUTSIDE', params: { threshold: key } }));
}

function checkBudget(budget: Budget): Finding[] {
  const findings: Finding[] = [];
  if (!(budget.total > 0)) findings.push({ code: 'BUDGET.NOT_POSITIVE', params: {} });
  if (budget.perProjectMax !== undefined && !(budget.perProjectMax > 0 && budget.perProjectMax <= budget.total)) {
    findings.push({ code: 'BUDGET.PER_PROJECT_IMPLAUSIBLE', params: { perProjectMax: budget.perProjectMax } });
  }
  const { min, max } = budget.count;
  if (!(min >= 0) || !(max >= 1) || min > max) findings.push({ code: 'BUDGET.COUNT_CROSSED', params: { min, max } });
  return findings;
}

const DATE_ORDER = ['submissionEndsOn', 'formalCheckEndsOn', 'reviewEndsOn', 'juryOn'] as const;

function checkDates(dates: CallDates): Finding[] {
  const findings: Finding[] = [];
  let previous: { readonly key: string; readonly day: string } | null = null;
  for (const key of DATE_ORDER) {
    const day = dates[key];
    if (day === undefined || day === null) continue;
    if (!isDay(day)) {
      findings.push({ code: 'DATE.INVALID', params: { date: key, value: day } });
      continue;
    }
    if (previous && day < previous.day)
      findings.push({ code: 'DATE.OUT_OF_ORDER', params: { date: key, before: previous.key } });
    previous = { key, day };
  }
  return findings;
}

function checkDocuments(settings: CallSettings): Finding[] {
  const findings: Finding[] = [];
  for (const { key, deadline } of settings.documents) {
    if (!/^[a-z][a-z0-9_]*$/.test(key)) findings.push({ code: 'DOCUMENT.KEY_INVALID', params: { key } });
    if (deadline !== undefined && deadline !== null && !isDay(deadline)) {
      findings.push({ code: 'DATE.INVALID', params: { date: key, value: deadline } });
    }
  }
  for (const key of duplicatesOf(settings.documents.map((document) => document.key))) {
    findings.push({ code: 'DOCUMENT.KEY_TWICE', params: { key } });
  }
  return findings;
}

function checkRules({ rules }: CallSettings): Finding[] {
  const findings: Finding[] = [];
  if (!(rules.quorumShare > 0 && rules.quorumShare <= 1)) findings.push({ code: 'RULE.QUORUM_SHARE', params: {} });
  if (
    !Number.isInteger(rules.reviewsPerApplication) ||
    rules.reviewsPerApplication < 1 ||
    rules.reviewsPerApplication > 3
  ) {
    findings.push({ code: 'RULE.REVIEWS_PER_APPLICATION', params: { value: rules.reviewsPerApplication } });
  }
  if (!(rules.minJustificationLength >= 0)) findings.push({ code: 'RULE.JUSTIFICATION_LENGTH', params: {} });
  return findings;
}

/**
 * Everything that contradicts itself in the settings of a call: thresholds outside 0 to 100, an impossible budget or
 * number of projects, corridors, dates out of order, documents, rules. An empty list is a call that can be opened.
 */
export function checkCallSettings(settings: CallSettings): Finding[] {
  return [
    ...checkThresholds(settings.thresholds),
    ...checkBudget(settings.budget),
    ...checkCorridors(settings.corridors, settings.budget),
    ...checkDates(settings.dates),
    ...checkDocuments(settings),
    ...checkRules(settings),
  ];
}
