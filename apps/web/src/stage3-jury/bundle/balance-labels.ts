import {
  type CorridorDimension,
  FEDERAL_STATE_INFO,
  type FederalState,
  type Locale,
  PHASE_LABELS,
  type Phase,
  PORTFOLIO_GROUP_LABELS,
  type PortfolioGroup,
  SIZE_CLASS_INFO,
  type SizeClass,
} from '@kuer/domain';

/** The name of a class of a dimension. */
export function classLabel(dimension: CorridorDimension, value: string, locale: Locale): string {
  switch (dimension) {
    case 'portfolioGroup':
      return PORTFOLIO_GROUP_LABELS[value as PortfolioGroup]?.[locale] ?? value;
    case 'sizeClass':
      return SIZE_CLASS_INFO[value as SizeClass]?.label[locale] ?? value;
    case 'state':
      return FEDERAL_STATE_INFO[value as FederalState]?.[locale] ?? value;
    case 'phase':
      return PHASE_LABELS[value as Phase]?.[locale] ?? value;
    default:
      return dimension satisfies never;
  }
}
