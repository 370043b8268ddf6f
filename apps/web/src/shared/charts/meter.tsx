import { againstCorridor, type CorridorState } from '@kuer/domain';
import { useId } from 'react';
import { classes } from '../controls/classes.js';
import { Icon, type IconName } from '../controls/icon.js';
import { useFormats, useLabel, useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import { CORRIDOR_STATE_LABELS } from '../vocabulary/labels.js';

export interface MeterProps {
  label: string;
  value: number;
  /** Corridor; leave both out where there is none. */
  min?: number | null;
  max?: number | null;
  /** Right end of the scale; default: a little more than the largest number shown. */
  scaleMax?: number;
  /** What the value would be after a change that is only considered; null: none now, its line stays so that nothing moves. */
  preview?: number | null;
  format?(value: number): string;
  /** In one line, for rows of many meters. */
  compact?: boolean;
}

/** The domain's word on where a number stands; a bound left out is none. */
export const corridorState = (value: number, min?: number | null, max?: number | null): CorridorState =>
  againstCorridor(value, min ?? null, max ?? null).state;

const ICONS: Record<CorridorState, IconName | null> = {
  below: 'arrow-down',
  within: 'check',
  above: 'arrow-up',
  free: null,
};

/** A number against its corridor: the number, the corridor, a word and an icon; the bar repeats it for the eye. */
export function Meter(props: MeterProps) {
  const { label, value, min, max, preview, compact } = props;
  const t = useTexts(sharedTexts);
  const formats = useFormats();
  const word = useLabel();
  const labelId = useId();
  const format = props.format ?? ((n: number) => formats.number(n));
  const state = corridorState(value, min, max);
  const next = preview !== null && preview !== undefined && preview !== value ? preview : null;
  const nextState = next === null ? null : corridorState(next, min, max);
  const scaleMax = props.scaleMax ?? Math.max(1, value, max ?? 0, min ?? 0, next ?? 0) * 1.15;
  const at = (n: number) => `${String((100 * Math.min(Math.max(n, 0), scaleMax)) / scaleMax)}%`;

  const corridor =
    min !== null && min !== undefined && max !== null && max !== undefined
      ? min === max
        ? format(min)
        : `${format(min)}–${format(max)}`
      : min !== null && min !== undefined
        ? t.meter.atLeast(format(min))
        : max !== null && max !== undefined
          ? t.meter.atMost(format(max))
          : null;
  const number = corridor === null ? format(value) : t.meter.value(format(value), corridor);
  const stateWord = word(CORRIDOR_STATE_LABELS[state]);
  const previewText =
    next === null || nextState === null
      ? null
      : `${t.meter.preview(format(next))}${nextState === 'free' ? '' : `, ${word(CORRIDOR_STATE_LABELS[nextState])}`}`;

  return (
    <div className={classes('kuer-meter', compact && 'kuer-meter--compact')} data-state={state}>
      <div className="kuer-meter__line">
        <span id={labelId} className="kuer-meter__label">
          {label}
        </span>
        <span className="kuer-meter__number">{number}</span>
        {state !== 'free' && (
          <span className="kuer-meter__word">
            {ICONS[state] && <Icon name={ICONS[state]} />}
            {stateWord}
          </span>
        )}
      </div>
      <meter
        className="kern-sr-only"
        min={0}
        max={scaleMax}
        value={value}
        aria-labelledby={labelId}
        aria-valuetext={[number, state === 'free' ? null : stateWord, previewText].filter(Boolean).join(', ')}
      />
      <svg className="kuer-meter__bar" aria-hidden="true" focusable="false">
        <rect className="kuer-meter__track" width="100%" height="100%" />
        {corridor !== null && (
          <CorridorBand from={min ? at(min) : null} to={max === null || max === undefined ? null : at(max)} />
        )}
        <rect className="kuer-meter__fill" y="25%" height="50%" width={at(value)} />
        {next !== null && <line className="kuer-meter__preview" x1={at(next)} x2={at(next)} y1="0" y2="100%" />}
      </svg>
      {preview !== undefined && <span className="kuer-meter__next">{previewText ?? '\u00a0'}</span>}
    </div>
  );
}

/** From edge to edge; an open end has no edge. */
function CorridorBand({ from, to }: { from: string | null; to: string | null }) {
  const width = `${String(Number.parseFloat(to ?? '100') - Number.parseFloat(from ?? '0'))}%`;
  return (
    <>
      <rect className="kuer-meter__corridor" x={from ?? 0} width={width} height="100%" />
      {[from, to].map(
        (edge) => edge && <line key={edge} className="kuer-meter__edge" x1={edge} x2={edge} y1="0" y2="100%" />,
      )}
    </>
  );
}
