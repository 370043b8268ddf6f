import { FEDERAL_STATE_INFO, FEDERAL_STATES, type FederalState } from '@kuer/domain';
import { scaleQuantize } from 'd3-scale';
import { Link } from 'react-router';
import { useFormats, useLocale, useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import { ChartFrame } from './chart-frame.js';

/** Column and row of each state: neighbours stay near each other, every state has the same area. */
const PLACES: Readonly<Record<FederalState, readonly [column: number, row: number]>> = {
  SH: [1, 0],
  HH: [2, 0],
  MV: [3, 0],
  HB: [0, 1],
  NI: [1, 1],
  ST: [2, 1],
  BB: [3, 1],
  BE: [4, 1],
  NW: [0, 2],
  HE: [1, 2],
  TH: [2, 2],
  SN: [3, 2],
  RP: [0, 3],
  BW: [1, 3],
  BY: [2, 3],
  SL: [0, 4],
};
const TILE = 60;
const STEP = TILE + 4;

export interface TileMapProps {
  title: string;
  /** What is counted („Projekte“): heading of the table's column. */
  unit: string;
  values: Readonly<Partial<Record<FederalState, number>>>;
  format?(value: number): string;
  /** Makes tiles with a value links. */
  linkTo?(state: FederalState): string;
}

/** The 16 states as tiles, darker where there is more; the number stands in each tile. */
export function TileMap({ title, unit, values, format, linkTo }: TileMapProps) {
  const t = useTexts(sharedTexts);
  const formats = useFormats();
  const locale = useLocale();
  const show = format ?? ((value: number) => formats.number(value));
  const most = Math.max(1, ...Object.values(values));
  const shade = scaleQuantize<number>().domain([0, most]).range([1, 2, 3, 4]);
  const name = (state: FederalState) => FEDERAL_STATE_INFO[state][locale];
  return (
    <ChartFrame
      title={title}
      table={{
        columns: [t.chart.state, unit],
        rows: [...FEDERAL_STATES]
          .sort((a, b) => formats.compare(name(a), name(b)))
          .map((state) => [name(state), show(values[state] ?? 0)]),
      }}
    >
      <svg
        className="kuer-tiles"
        viewBox={`0 0 ${5 * STEP} ${5 * STEP}`}
        role={linkTo ? 'group' : 'img'}
        aria-label={title}
      >
        {FEDERAL_STATES.map((state) => {
          const value = values[state] ?? 0;
          const spoken = `${name(state)}: ${show(value)}`;
          const link = linkTo && value > 0 ? linkTo(state) : null;
          return (
            <Tile
              key={state}
              state={state}
              value={show(value)}
              spoken={spoken}
              shade={value === 0 ? 0 : shade(value)}
              link={link}
            />
          );
        })}
      </svg>
    </ChartFrame>
  );
}

interface TileProps {
  state: FederalState;
  value: string;
  spoken: string;
  shade: number;
  link: string | null;
}

function Tile({ state, value, spoken, shade, link }: TileProps) {
  const [column, row] = PLACES[state];
  const tile = (
    <g
      className="kuer-tiles__tile"
      data-shade={shade}
      transform={`translate(${String(column * STEP + 2)} ${String(row * STEP + 2)})`}
    >
      <title>{spoken}</title>
      <rect width={TILE} height={TILE} rx="4" />
      <text x="8" y="21" className="kuer-tiles__code">
        {state}
      </text>
      <text x={TILE - 8} y={TILE - 10} textAnchor="end" className="kuer-tiles__value">
        {value}
      </text>
    </g>
  );
  return link === null ? (
    tile
  ) : (
    <Link to={link} aria-label={spoken}>
      {tile}
    </Link>
  );
}
