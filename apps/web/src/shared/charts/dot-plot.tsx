import { scaleLinear } from 'd3-scale';
import { useFormats, useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import { ChartFrame } from './chart-frame.js';
import { useWidth } from './use-width.js';

export interface DotPlotProps {
  title: string;
  criteria: ReadonlyArray<{ code: string; text: string }>;
  scaleMax: number;
  /** Up to three reviews; `label` is A, B or C, or a name where names may show. Missing scores are null. */
  series: ReadonlyArray<{ label: string; scores: Readonly<Record<string, number | null>> }>;
}

const ROW = 26;
const LEFT = 48;
const RIGHT = 16;
const TOP = 28;

/** Scores per criterion, one mark per review, a line between them: where the reviews part, the line is long. */
export function DotPlot({ title, criteria, scaleMax, series }: DotPlotProps) {
  const t = useTexts(sharedTexts);
  const formats = useFormats();
  const [frame, width] = useWidth<HTMLDivElement>(480);
  const x = scaleLinear([0, scaleMax], [LEFT, Math.max(LEFT + 80, width - RIGHT)]);
  const ticks = x.ticks(Math.min(scaleMax, 10));
  const height = TOP + criteria.length * ROW + 8;
  const scoresOf = (code: string) =>
    series.map((one) => one.scores[code]).filter((score): score is number => typeof score === 'number');
  const difference = (code: string) => {
    const scores = scoresOf(code);
    return scores.length < 2 ? null : Math.max(...scores) - Math.min(...scores);
  };
  return (
    <ChartFrame
      title={title}
      table={{
        columns: [t.chart.criterion, ...series.map((one) => t.chart.reviewer(one.label)), t.chart.difference],
        rows: criteria.map(({ code, text }) => [
          `${code} ${text}`,
          ...series.map((one) => formats.number(one.scores[code])),
          formats.number(difference(code)),
        ]),
      }}
      legend={series.map((one, index) => (
        <span key={one.label} className="kuer-chart__key">
          <svg width="16" height="16" aria-hidden="true" focusable="false">
            <Mark series={index} x={8} y={8} />
          </svg>
          {t.chart.reviewer(one.label)}
        </span>
      ))}
    >
      <div ref={frame}>
        <svg className="kuer-dots" width={width} height={height} role="img" aria-label={title}>
          {ticks.map((tick) => (
            <g key={tick}>
              <line className="kuer-dots__grid" x1={x(tick)} x2={x(tick)} y1={TOP - 8} y2={height - 8} />
              <text className="kuer-dots__tick" x={x(tick)} y={TOP - 14} textAnchor="middle">
                {formats.number(tick)}
              </text>
            </g>
          ))}
          {criteria.map(({ code, text }, row) => {
            const y = TOP + row * ROW + ROW / 2;
            const scores = scoresOf(code);
            const spoken = series.map((one) => `${one.label} ${formats.number(one.scores[code])}`).join(', ');
            return (
              <g key={code}>
                <title>{`${code} ${text}: ${spoken}`}</title>
                {/* Something to point at in the whole row, for the title. */}
                <rect className="kuer-dots__row" x="0" y={y - ROW / 2} width={width} height={ROW} />
                <text className="kuer-dots__code" x="0" y={y + 5}>
                  {code}
                </text>
                {scores.length > 1 && (
                  <line
                    className="kuer-dots__between"
                    x1={x(Math.min(...scores))}
                    x2={x(Math.max(...scores))}
                    y1={y}
                    y2={y}
                  />
                )}
                {series.map((one, index) => {
                  const score = one.scores[code];
                  return typeof score === 'number' ? <Mark key={one.label} series={index} x={x(score)} y={y} /> : null;
                })}
              </g>
            );
          })}
        </svg>
      </div>
    </ChartFrame>
  );
}

/** Circle, square, triangle: told apart by shape and filling, not by colour alone; the first shows around the second. */
function Mark({ series, x, y }: { series: number; x: number; y: number }) {
  const className = `kuer-dots__mark kuer-dots__mark--${String(series + 1)}`;
  if (series === 0) return <circle className={className} cx={x} cy={y} r="7" />;
  if (series === 1) return <rect className={className} x={x - 4.5} y={y - 4.5} width="9" height="9" />;
  return <path className={className} d={`M${x} ${y - 6}l6 10h-12z`} />;
}
