import type { CorridorDimension } from '@kuer/domain';
import { Meter } from '../../shared/charts/meter.js';
import { useFormats, useLocale, useTexts } from '../../shared/i18n/index.js';
import type { Balance } from '../jury-api.js';
import { juryTexts } from '../texts.js';
import { classLabel } from './balance-labels.js';
import { type Effect, keyOf } from './effect.js';

/** The bundle as a whole: number, funds and every dimension against its corridors, live; `effect` shows a change that is considered. */
export function Meters({ balance, effect }: { balance: Balance; effect: Effect | null }) {
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
          preview={effect?.count}
        />
        <Meter
          compact
          label={t.meterBudget}
          value={balance.budget.used}
          max={balance.budget.limit}
          preview={effect?.used}
          format={(euros) => formats.moneyShort(euros)}
        />
      </div>
      {balance.dimensions.map(({ dimension, entries }) => (
        <Dimension key={dimension} title={titles[dimension]} dimension={dimension} entries={entries} effect={effect} />
      ))}
    </section>
  );
}

interface DimensionProps {
  title: string;
  dimension: CorridorDimension;
  entries: Balance['dimensions'][number]['entries'];
  effect: Effect | null;
}

/** Classes with a corridor and those the bundle holds; the others would only be zeros. */
function Dimension({ title, dimension, entries, effect }: DimensionProps) {
  const locale = useLocale();
  const shown = entries.filter(
    (entry) =>
      entry.min !== null || entry.max !== null || entry.count > 0 || effect?.classes.has(keyOf(dimension, entry.value)),
  );
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
          preview={effect?.classes.get(keyOf(dimension, entry.value))}
        />
      ))}
    </details>
  );
}
