import {
  FEDERAL_STATE_INFO,
  FEDERAL_STATES,
  type FederalState,
  PHASE_LABELS,
  PHASES,
  type Phase,
  PORTFOLIO_GROUP_LABELS,
  PORTFOLIO_GROUPS,
  type PortfolioGroup,
  SIZE_CLASS_INFO,
  SIZE_CLASSES,
  type SizeClass,
  sizeClassByName,
} from '@kuer/domain';
import { folded } from './parse-values.js';

/** Finds a value by its key or one of its names; case and repeated blanks do not matter. */
function finder<Key extends string>(keys: readonly Key[], namesOf: (key: Key) => readonly string[]) {
  const byName = new Map(
    keys.flatMap((key) => [key, ...namesOf(key)].map((name): [string, Key] => [folded(name), key])),
  );
  return (name: string): Key | null => byName.get(folded(name)) ?? null;
}

const byStateName = finder(FEDERAL_STATES, (code) => [FEDERAL_STATE_INFO[code].de, FEDERAL_STATE_INFO[code].en]);
const bySizeClassName = finder(SIZE_CLASSES, (key) => [SIZE_CLASS_INFO[key].label.de, SIZE_CLASS_INFO[key].label.en]);
const byGroupName = finder(PORTFOLIO_GROUPS, (key) => [PORTFOLIO_GROUP_LABELS[key].de, PORTFOLIO_GROUP_LABELS[key].en]);
const byPhaseName = finder(PHASES, (key) => [`Phase ${key}`, PHASE_LABELS[key].de, PHASE_LABELS[key].en]);

/** A state by its code (NW; the usual NRW too) or its German or English name. */
export const federalStateOf = (name: string): FederalState | null => byStateName(name === 'NRW' ? 'NW' : name);

/** A size class by its key or its German or English name, the printed plural „Große Großstädte“ included. */
export const sizeClassOf = (name: string): SizeClass | null => bySizeClassName(name) ?? sizeClassByName(name);

/** A portfolio group by its key or name; the overview of 2020 prints „Mittlere Städte“. */
export const portfolioGroupOf = (name: string): PortfolioGroup | null =>
  byGroupName(name === 'Mittlere Städte' ? 'Mittelstädte' : name);

/** A phase by its letter or name, with or without the words „Smart City“ in front. */
export function phaseOf(name: string): Phase | null {
  const named = byPhaseName(name);
  if (named) return named;
  const words = folded(name).replace(/^smart[- ]city[- ]/, '');
  if (words === 'strategie in entwicklung' || words === 'strategy in development') return 'A';
  return words === 'strategie in umsetzung' || words === 'strategy in implementation' ? 'B' : null;
}
