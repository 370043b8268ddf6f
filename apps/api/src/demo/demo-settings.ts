import {
  type CallDates,
  type CallSettings,
  type CatalogueContent,
  type Corridor,
  DEFAULT_CALL_RULES,
  DEFAULT_SCALE,
  DEFAULT_THRESHOLDS,
} from '@kuer/domain';
import { publishedCriteria } from './data/published-2020.js';

/** K1 to K12 as published, all of the same weight: the brochure prints no weights. */
export const demoCatalogue: CatalogueContent = {
  scale: DEFAULT_SCALE,
  groups: publishedCriteria.map(({ code, name, criteria }) => ({
    code,
    name,
    criteria: criteria.map((criterion) => ({ code: criterion.code, text: criterion.text, weight: 1 })),
  })),
};

/** Settings of a demo call; scale, thresholds and rules are the product's defaults, since none were published. */
export function demoSettings(request: {
  readonly corridors: readonly Corridor[];
  readonly budget: CallSettings['budget'];
  readonly dates: CallDates;
  /** Until when council resolutions may follow. */
  readonly resolutionsUntil: string;
}): CallSettings {
  const { corridors, budget, dates, resolutionsUntil } = request;
  return {
    thresholds: DEFAULT_THRESHOLDS,
    documents: [
      { key: 'project_outline', label: { de: 'Projektskizze', en: 'Project outline' }, required: true },
      {
        key: 'council_resolution',
        label: { de: 'Ratsbeschluss', en: 'Council resolution' },
        required: true,
        deadline: resolutionsUntil,
      },
    ],
    corridors,
    budget,
    dates,
    rules: DEFAULT_CALL_RULES,
  };
}
