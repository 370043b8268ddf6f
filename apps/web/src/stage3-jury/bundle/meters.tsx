import type { CorridorDimension } from '@kuer/domain';
import { Meter } from '../../shared/charts/meter.js';
import { useFormats, useLocale, useTexts } from '../../shared/i18n/index.js';
import type { Balance } from '../jury-api.js';
import { juryTexts } from '../texts.js';
import { classLabel } from './balance-labels.js';
import { type Effect, keyOf } from './effect.js';

export interface MetersProps {
  balance: Balance;
  /** A change that is considered; null: none at the moment; undefined: none is possible here. */
  effect: Effect | null | undefined;
}

/** The bundle as a whole: number, funds and every dimension against its corridors, live. */
export function Meters({ balance, effect }: MetersProps) {
  const t = useTexts(juryTexts).bundle;
  const formats = useFormats();
  const titles: Record<CorridorDimension, string> = {
    portfolioGroup: t.groups,
    sizeClass: t.sizes,
    state: t.states,
    phase: t.phases,
  };
  return (
    <section className="kuer-meters" aria-label={t.meters} data-testid="meters">
      <div className="kuer-meters__group">
        <Meter
          compact
          label={t.meterCount}
          value={balance.count.count}
          min={balance.count.min}
          max={balance.count.max}
          preview={previewOf(effect, ({ count }) => count)}
        />
        <Meter
          compact
          label={t.meterBudget}
          value={balance.budget.used}
          max={balance.budget.limit}
          preview={previewOf(effect, ({ used }) => used)}
          format={(euros) => formats.moneyShort(euros)}
        />
      </div>
      {balance.dimensions.map(({ dimension, entries }) => (
        <Dimension key={dimension} title={titles[dimension]} dimension={dimension} entries={entries} effect={effect} />
      ))}
    </section>
  );
}

const previewOf = (effect: MetersProps['effect'], pick: (effect: Effect) => number | undefined) =>
  effect === undefined ? undefined : ((effect && pick(effect)) ?? null);

interface DimensionProps {
  title: string;
  dimension: CorridorDimension;
  entries: Balance['dimensions'][number]['entries'];
  effect: MetersProps['effect'];
}

/**
 * Classes with a corridor and those the bundle holds; the others would only be zeros. None appears because a row is
 * considered: the list below must not move while the pointer is on it.
 */
function Dimension({ title, dimension, entries, effect }: DimensionProps) {
  const locale = useLocale();
  const shown = entries.filter(({ min, max, count }) => min !== null || max !== null || count > 0);
  if (shown.length === 0) return null;
  return (
    <details className="kuer-meters__group" open={dimension === 'portfolioGroup' || dimension === 'phase'}>
      <summary className="kuer-strong kuer-small">{title}</summary>
      {shown.map((entry) => (
        <Meter
          key={entry.value}
          compact
          label={classLabel(dimension, entry.value, locale)}
          value={entry.count}
          min={entry.min}
          max={entry.max}
          preview={previewOf(effect, ({ classes }) => classes.get(keyOf(dimension, entry.value)))}
        />
      ))}
    </details>
  );
}
