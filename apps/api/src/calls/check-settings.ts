import type { CallSettingsDto } from '@kuer/contract';
import { FEDERAL_STATES, PHASES, PORTFOLIO_GROUPS, SIZE_CLASSES } from '@kuer/domain';
import { Refusal, type RefusalDetail } from '../http/refusal.js';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  portfolioGroup: PORTFOLIO_GROUPS,
  sizeClass: SIZE_CLASSES,
  state: FEDERAL_STATES,
  phase: PHASES,
};

/** What field rules can't see: bounds the wrong way round, corridors twice or on a value that does not exist, dates out of order. */
export function checkSettings(settings: CallSettingsDto): void {
  const errors: RefusalDetail[] = [];
  const seen = new Set<string>();
  settings.corridors.forEach((corridor, index) => {
    const path = `settings.corridors.${index}`;
    if (!VALUES[corridor.dimension]?.includes(corridor.value)) {
      errors.push({
        path: `${path}.value`,
        code: 'CALL.CORRIDOR_VALUE_UNKNOWN',
        params: { value: corridor.value, dimension: corridor.dimension },
      });
    }
    if (corridor.min !== undefined && corridor.max !== undefined && corridor.min > corridor.max) {
      errors.push({ path, code: 'CALL.BOUNDS_CROSSED', params: { min: corridor.min, max: corridor.max } });
    }
    const key = `${corridor.dimension}:${corridor.value}`;
    if (seen.has(key)) errors.push({ path, code: 'CALL.CORRIDOR_TWICE', params: { value: corridor.value } });
    seen.add(key);
  });
  const { count } = settings.budget;
  if (count.min > count.max)
    errors.push({
      path: 'settings.budget.count',
      code: 'CALL.BOUNDS_CROSSED',
      params: { min: count.min, max: count.max },
    });
  const keys = new Set<string>();
  settings.documents.forEach((document, index) => {
    if (keys.has(document.key))
      errors.push({
        path: `settings.documents.${index}.key`,
        code: 'CALL.DOCUMENT_TWICE',
        params: { key: document.key },
      });
    keys.add(document.key);
  });
  const order = ['submissionEndsOn', 'formalCheckEndsOn', 'reviewEndsOn', 'juryOn'] as const;
  let latest: string | undefined;
  for (const name of order) {
    const day = settings.dates[name];
    if (day === undefined) continue;
    if (latest !== undefined && day < latest)
      errors.push({ path: `settings.dates.${name}`, code: 'CALL.DATES_OUT_OF_ORDER', params: { day, before: latest } });
    latest = day;
  }
  if (errors.length > 0) throw Refusal.rule('CALL.SETTINGS_CONTRADICT', {}, errors);
}
