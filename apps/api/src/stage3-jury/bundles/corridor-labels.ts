import {
  FEDERAL_STATE_INFO,
  type LocalizedText,
  PHASE_LABELS,
  PORTFOLIO_GROUP_LABELS,
  SIZE_CLASS_INFO,
} from '@kuer/domain';

/** Names of the classes a corridor can be about, by their value. */
export const CORRIDOR_VALUE_LABELS: Readonly<Record<string, LocalizedText>> = {
  ...PORTFOLIO_GROUP_LABELS,
  ...PHASE_LABELS,
  ...Object.fromEntries(Object.entries(SIZE_CLASS_INFO).map(([key, info]) => [key, info.label])),
  ...Object.fromEntries(Object.entries(FEDERAL_STATE_INFO).map(([key, { de, en }]) => [key, { de, en }])),
};
